package org.twosource.brief.render.page;

import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.PlainText;
import org.twosource.report.Citation;

/** The lines of the brief. */
final class BriefSection implements Section {
  private final Html html;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;

  BriefSection(Html html, Anchors anchors, Citations citations, StoryAccount story, String prefix) {
    this.html = html;
    this.anchors = anchors;
    this.citations = citations;
    this.story = story;
    this.prefix = prefix;
  }

  @Override
  public void write() {
    if (story.brief().lines().isEmpty()) {
      citations.none("No line could be written that its citations carry.");
      return;
    }
    html.open("ol", "class", "lines");
    int number = 0;
    for (Line line : story.brief().lines()) {
      String id = prefix + "line-" + ++number;
      html.open("li", "id", id, "class", line.standing().label());
      html.open("p").text(PlainText.line(line.text())).text(" ");
      for (Citation citation : line.restsOn()) {
        anchors.mark(citation, "", "in the brief", id);
      }
      citations.cites(line.restsOn(), 12);
      html.close("p");
      citations.standing(line.standing(), line.families());
      line.rewriting()
          .filter(rewriting -> rewriting.outcome() == Rewriting.Outcome.REWRITTEN)
          .ifPresent(
              rewriting ->
                  html.element(
                      "p",
                      "reworded; in the report: “" + PlainText.line(rewriting.extract()) + "”",
                      "class",
                      "meta"));
      html.close("li").line();
    }
    html.close("ol");
    if (!story.brief().rewritings().isEmpty()) {
      html.element("p", story.brief().rewritings(), "class", "legend");
    }
    html.raw(
        "<p class=\"legend\">Numbers lead to the words in the report. We say who reports it, "
            + "not whether it is true.</p>");
  }
}
