package org.twosource.brief.render.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.lineage.Family;
import org.twosource.lineage.Withdrawal;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** The reports with the findings beside them. */
final class ReportsSection implements Section {
  private static final int MAX_BODY_CHARACTERS = 60_000;

  private static final int MAX_BODY_CHARACTERS_OF_MANY = 8_000;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;
  private final List<String> reports;

  /** By report. */
  private final Map<String, Family> families = new HashMap<>();

  ReportsSection(
      Html html,
      AccountIndex index,
      Anchors anchors,
      Citations citations,
      StoryAccount story,
      String prefix,
      List<String> reports) {
    this.html = html;
    this.index = index;
    this.anchors = anchors;
    this.citations = citations;
    this.story = story;
    this.prefix = prefix;
    this.reports = reports;
    for (Family family : story.lineage().families()) {
      family.reports().forEach(report -> families.put(report, family));
    }
  }

  @Override
  public void write() {
    boolean few = reports.size() <= StoryPage.FEW_REPORTS;
    html.raw(
        """
        <p class="legend"><span class="m changed">changed by copying</span> \
        <span class="m disputed">disputed</span> \
        <span class="key">Beside each paragraph: the findings that rest on it.</span></p>
        """);
    for (String id : reports) {
      if (index.hasReport(id)) {
        report(index.report(id), few);
      }
    }
  }

  private void report(Annotated report, boolean open) {
    String id = anchors.report(report.id());
    html.open("article", "class", "report", "id", id, "lang", language(report));
    if (open) {
      html.open("details", "open", "");
    } else {
      html.open("details");
    }
    html.open("summary").open("h3");
    html.element("span", String.valueOf(citations.numberOf(report.id())), "class", "n");
    html.text(" " + citations.label(report.id())).close("h3").close("summary");
    facts(report);
    report
        .report()
        .headline()
        .ifPresent(
            headline ->
                html.element("p", PlainText.line(headline), "class", "headline", "dir", "auto"));
    withdrawn(report);
    html.open("div", "class", "text");
    new ReportText(html, report, anchors.in(report.id()))
        .write(open ? MAX_BODY_CHARACTERS : MAX_BODY_CHARACTERS_OF_MANY);
    html.close("div").close("details").close("article").line();
  }

  /** Says what a correction has taken back of the report, and whose it is. */
  private void withdrawn(Annotated report) {
    for (Withdrawal one : story.lineage().withdrawals()) {
      if (one.at().report().equals(report.id())) {
        html.open("p", "class", "meta");
        html.element("q", PlainText.line(one.at().span().in(report.body())), "dir", "auto");
        html.text(" withdrawn by " + citations.label(one.by()));
        if (index.hasReport(one.by())) {
          day(index.report(one.by())).ifPresent(day -> html.text(" on " + Labels.of(day)));
          html.text(" ");
          citations.number(one.by());
        }
        html.close("p");
      }
    }
  }

  /** The day of the last change, else of publication. */
  private static Optional<PartialDate> day(Annotated report) {
    return report
        .report()
        .edition()
        .modified()
        .or(() -> report.text().published().date())
        .map(PartialDate::day);
  }

  private static String language(Annotated report) {
    String language = report.text().language();
    return language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? language : "und";
  }

  private void facts(Annotated report) {
    Report known = report.report();
    List<String> facts = new ArrayList<>();
    facts.add(PlainText.line(known.source()));
    report
        .text()
        .published()
        .date()
        .ifPresent(
            date ->
                facts.add(
                    Labels.of(date)
                        + " (date from "
                        + report.text().published().from().label()
                        + ")"));
    if (!known.byline().isEmpty()) {
      facts.add("by " + PlainText.line(String.join(", ", known.byline())));
    }
    if (!report.text().credit().isEmpty()) {
      facts.add("credit: " + PlainText.line(String.join(", ", report.text().credit())));
    }
    html.open("p", "class", "meta").text(String.join(" · ", facts));
    known
        .url()
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .ifPresent(
            url ->
                html.text(" · ")
                    .element("a", "published here", "href", url, "rel", "noreferrer noopener"));
    Family family = families.get(report.id());
    if (family != null && family.reports().size() > 1) {
      html.text(" · ");
      html.element(
          "a",
          "one of " + family.reports().size() + " of one source",
          "href",
          "#" + prefix + family.label());
    }
    html.close("p");
  }
}
