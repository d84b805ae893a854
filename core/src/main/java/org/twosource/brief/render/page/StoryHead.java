package org.twosource.brief.render.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.lineage.Family;

/** The title of a story, how many reports and sources it has, and where its sections are. */
final class StoryHead implements Section {
  private static final int LONG_TITLE = 80;

  /** Reports in doubt that are named. */
  private static final int MAX_DOUBTS = 3;

  private final Html html;
  private final Account account;
  private final AccountIndex index;
  private final StoryAccount story;
  private final String prefix;
  private final List<String> reports;

  StoryHead(
      Html html,
      Account account,
      AccountIndex index,
      StoryAccount story,
      String prefix,
      List<String> reports) {
    this.html = html;
    this.account = account;
    this.index = index;
    this.story = story;
    this.prefix = prefix;
    this.reports = reports;
  }

  @Override
  public void write() {
    html.open("div", "class", "story-head");
    String tag = account.stories().size() == 1 ? "h1" : "h2";
    String title = PlainText.cut(PlainText.line(story.story().title()), 240);
    String look = title.length() > LONG_TITLE ? "story-title long" : "story-title";
    html.element(tag, title, "class", look, "dir", "auto");
    html.open("p", "class", "deck");
    html.element("span", Labels.count(reports.size(), "report"), "class", "big");
    if (account.until().reaches(Stage.LINEAGE)) {
      html.text(", ")
          .element("span", Labels.sources(story.lineage().sources().size()), "class", "big");
    }
    String days = Labels.days(story.story());
    html.text(days.isEmpty() ? "" : ". " + days + ".").close("p");
    summary();
    contents();
    html.close("div").line();
  }

  private void summary() {
    List<String> sentences = new ArrayList<>();
    for (Family family : story.lineage().families()) {
      if (family.reports().size() > 1 && sentences.size() < 2) {
        String credit =
            family
                .origin()
                .credit()
                .map(name -> ", credited to " + PlainText.line(name))
                .orElse("");
        boolean all = family.reports().size() == reports.size();
        sentences.add(
            (all ? "All of them" : family.reports().size() + " of them")
                + " go back to one text"
                + (family.origin().isUnseen() ? " that is not among them" : "")
                + credit
                + ", and count once.");
      }
    }
    story.story().mayBelong().stream()
        .filter(doubt -> index.hasReport(doubt.report()))
        .limit(MAX_DOUBTS)
        .map(doubt -> Labels.of(index.reportName(doubt.report()), doubt) + ".")
        .forEach(sentences::add);
    if (!sentences.isEmpty()) {
      html.element("p", String.join(" ", sentences), "class", "summary");
    }
  }

  private void contents() {
    Map<String, String> links = new LinkedHashMap<>();
    if (account.until().reaches(Stage.LINEAGE)) {
      links.put("copies", "Copies");
    }
    if (account.until().reaches(Stage.CLAIM)) {
      links.put(
          "disagreements",
          "Disagreements "
              + AccountIndex.disagreements(story).stream()
                  .filter(AccountIndex.Disagreement::isOpen)
                  .count());
    }
    if (account.until().reaches(Stage.DISTORTION)) {
      links.put("changes", "Changes " + story.distortions().distortions().size());
    }
    if (account.until().reaches(Stage.CLAIM)) {
      links.put("claims", "Claims " + story.claims().size());
    }
    if (account.until().reaches(Stage.BRIEF)) {
      links.put("outlets", "Outlets");
    }
    if (account.until().reaches(Stage.DISTORTION)) {
      links.put("quotations", "Quotations " + story.distortions().quotations().size());
    }
    if (account.until().reaches(Stage.TIMELINE)) {
      links.put("timeline", "Timeline");
    }
    links.put("compare", "Compare");
    links.put("reports", "Reports " + reports.size());
    html.open("nav", "aria-label", "Sections of this story");
    links.forEach((name, label) -> html.element("a", label, "href", "#" + prefix + name).text(" "));
    html.close("nav");
  }
}
