package org.twosource.brief.render.page;

import java.util.List;
import org.twosource.brief.Account;
import org.twosource.brief.Stage;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;

/** The sections of one story on the page. Belongs to one rendering, one thread. */
public final class StoryPage {
  /** Above this many reports, reports are folded and claims show counts instead of one dot each. */
  static final int FEW_REPORTS = 14;

  private final Html html;
  private final Account account;
  private final AccountIndex index;
  private final Anchors anchors;
  private final StoryAccount story;
  private final String prefix;
  private final List<String> reports;

  /**
   * @param number of the story on the page, from 1
   */
  public StoryPage(
      Html html,
      Account account,
      AccountIndex index,
      Anchors anchors,
      StoryAccount story,
      int number) {
    this.html = html;
    this.account = account;
    this.index = index;
    this.anchors = anchors;
    this.story = story;
    this.prefix = "s" + number + "-";
    this.reports = story.story().reports();
  }

  public void write() {
    Citations citations = new Citations(html, index, anchors, reports);
    Sides sides = new Sides(html, index, anchors, citations);
    new StoryHead(html, account, index, story, prefix, reports).write();
    section(
        "brief",
        "In brief",
        Stage.BRIEF,
        new BriefSection(html, anchors, citations, story, prefix, ClaimsSection.listed(story)));
    section(
        "copies",
        "Who copied whom",
        Stage.LINEAGE,
        new CopiesSection(html, index, anchors, citations, story, prefix));
    section(
        "disagreements",
        "Where reports disagree",
        Stage.CLAIM,
        new DisagreementsSection(html, index, anchors, citations, sides, story, prefix));
    section(
        "changes",
        "What copying changed",
        Stage.DISTORTION,
        new ChangesSection(html, index, anchors, citations, sides, story, prefix));
    section(
        "claims",
        "Claims and who stands behind them",
        Stage.CLAIM,
        new ClaimsSection(html, index, anchors, citations, story, prefix, reports));
    section(
        "outlets",
        "Who tells what",
        Stage.BRIEF,
        new OutletsSection(html, index, citations, story, prefix));
    section(
        "quotations",
        "Quotations",
        Stage.DISTORTION,
        new QuotationsSection(html, index, anchors, citations, story, prefix));
    section(
        "timeline",
        "What happened when",
        Stage.TIMELINE,
        new TimelineSection(html, anchors, citations, story, prefix));
    section(
        "compare",
        "Compare two reports",
        Stage.REUSE,
        new CompareSection(html, index, anchors, citations, sides, story, prefix, reports));
    section(
        "reports",
        "The reports",
        Stage.REPORT,
        new ReportsSection(html, index, anchors, citations, story, prefix, reports));
  }

  private void section(String name, String title, Stage stage, Section content) {
    if (!account.until().reaches(stage)) {
      return;
    }
    String heading = prefix + name;
    html.open("section", "class", name, "aria-labelledby", heading);
    html.element("h2", title, "id", heading).line();
    content.write();
    html.close("section").line();
  }
}
