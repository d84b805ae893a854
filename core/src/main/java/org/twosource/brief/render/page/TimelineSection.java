package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.timeline.Timeline;

/** What happened when. */
final class TimelineSection implements Section {
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
    html.open("ol", "class", "events");
    int number = 0;
    String day = "";
    for (Timeline.Entry entry : entries.subList(0, Math.min(MAX_EVENTS, entries.size()))) {
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
    citations.more(entries.size() - MAX_EVENTS);
  }
}
