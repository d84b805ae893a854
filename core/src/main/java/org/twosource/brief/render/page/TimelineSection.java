package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.timeline.Timeline;

/**
 * What happened when: the events that most sources state, nearest the days of the story, in full
 * view; the rest, in the order of days as well, folded away below them.
 */
final class TimelineSection implements Section {
  private static final int OPEN_EVENTS = 10;
  private static final int MAX_EVENTS = 80;

  private final Html html;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;

  TimelineSection(
      Html html, Anchors anchors, Citations citations, StoryAccount story, String prefix) {
    this.html = html;
    this.anchors = anchors;
    this.citations = citations;
    this.story = story;
    this.prefix = prefix;
  }

  @Override
  public void write() {
    List<Timeline.Entry> entries = story.timeline().entries();
    if (entries.isEmpty()) {
      citations.none("No dated event was found.");
      return;
    }
    List<Timeline.Entry> open = AccountIndex.central(story, OPEN_EVENTS);
    list(entries.stream().filter(entry -> isIn(open, entry)).toList(), 0);
    List<Timeline.Entry> folded = entries.stream().filter(entry -> !isIn(open, entry)).toList();
    if (!folded.isEmpty()) {
      html.open("details", "class", "fold");
      html.element("summary", "Background and the rest (" + folded.size() + ")");
      list(folded.subList(0, Math.min(MAX_EVENTS, folded.size())), open.size());
      html.close("details").line();
      citations.more(folded.size() - MAX_EVENTS);
    }
  }

  /** Two entries may say the same. */
  private static boolean isIn(List<Timeline.Entry> entries, Timeline.Entry one) {
    return entries.stream().anyMatch(entry -> entry == one);
  }

  /**
   * Some entries, in order.
   *
   * @param before how many stand before them on the page
   */
  private void list(List<Timeline.Entry> entries, int before) {
    html.open("ol", "class", "events");
    int number = before;
    String day = "";
    for (Timeline.Entry entry : entries) {
      String id = prefix + "t" + ++number;
      String again = Labels.of(entry.date()).equals(day) ? " again" : "";
      day = Labels.of(entry.date());
      html.open("li", "id", id, "class", entry.status().label() + again);
      html.element("time", Labels.of(entry.date()), "datetime", entry.date().iso());
      html.open("p", "dir", "auto").text(PlainText.line(entry.text())).text(" ");
      entry.statements().forEach(at -> anchors.mark(at, "", "timeline", id));
      citations.cites(entry.statements(), 10);
      html.close("p");
      html.element(
          "span",
          entry.status().label() + ", " + Labels.sources(entry.families()),
          "class",
          "meta");
      html.close("li").line();
    }
    html.close("ol");
  }
}
