package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.Carried;
import org.twosource.brief.Line;
import org.twosource.brief.Rewriting;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.claim.Claim;
import org.twosource.claim.Statement;
import org.twosource.report.Citation;

/** The lines of the brief. */
final class BriefSection implements Section {
  private final Html html;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;
  private final List<Claim> listed;

  /**
   * @param listed the claims that the page has
   */
  BriefSection(
      Html html,
      Anchors anchors,
      Citations citations,
      StoryAccount story,
      String prefix,
      List<Claim> listed) {
    this.html = html;
    this.anchors = anchors;
    this.citations = citations;
    this.story = story;
    this.prefix = prefix;
    this.listed = listed;
  }

  /** The line, with what several sources state marked where they do not state all of it. */
  private void words(Line line) {
    String text = PlainText.line(line.text());
    int at = 0;
    boolean marked = !line.isCarriedWhole() && text.equals(line.text());
    for (Carried part : marked ? line.carried() : List.<Carried>of()) {
      html.text(text.substring(at, part.span().start()));
      html.element(
          "mark",
          part.span().in(text),
          "class",
          "carried",
          "title",
          Labels.sources(part.families()) + " state this part");
      at = part.span().end();
    }
    html.text(text.substring(at));
  }

  /** Leads to the claims that the line makes, each by how it is supported. */
  private void claims(Line line) {
    List<Claim> claims = ClaimsOfLine.of(line.restsOn(), listed, BriefSection::statements);
    if (claims.isEmpty()) {
      return;
    }
    html.open("p", "class", "meta of-line");
    html.text(claims.size() == 1 ? "claim: " : "claims: ");
    String between = "";
    for (Claim claim : claims) {
      html.text(between);
      html.element(
          "a",
          Citations.support(claim.standing(), claim.families()),
          "href",
          "#" + prefix + claim.label(),
          "title",
          PlainText.cut(PlainText.line(claim.text()), 160));
      between = " · ";
    }
    html.close("p");
  }

  private static List<Citation> statements(Claim claim) {
    return claim.statements().stream().map(Statement::at).toList();
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
      html.open("p");
      words(line);
      html.text(" ");
      for (Citation citation : line.restsOn()) {
        anchors.mark(citation, "", "in the brief", id);
      }
      citations.cites(line.restsOn(), 12);
      html.close("p");
      citations.standing(line.standing(), line.families());
      claims(line);
      if (!line.isCarriedWhole() && !line.carried().isEmpty()) {
        html.element(
            "p", Labels.sources(line.familiesOfPart()) + " state the marked part", "class", "meta");
      }
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
