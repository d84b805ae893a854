package org.twosource.brief.render.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.Labels;
import org.twosource.brief.render.PlainText;
import org.twosource.claim.Claim;
import org.twosource.claim.Merge;
import org.twosource.claim.Related;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;
import org.twosource.lineage.Family;
import org.twosource.report.Citation;

/** The claims, who states them, and why their wordings are one. */
final class ClaimsSection implements Section {
  private static final int MAX_CLAIMS = 80;

  private static final int MAX_STATEMENTS = 20;

  private final Html html;
  private final AccountIndex index;
  private final Anchors anchors;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;
  private final List<String> reports;

  ClaimsSection(
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
  }

  private static boolean isShared(Claim claim) {
    return claim.reports() > 1 || claim.standing() == Standing.DISPUTED;
  }

  /** The claims that the section lists; of very many not all. */
  static List<Claim> listed(StoryAccount story) {
    List<Claim> all = story.claims();
    return Stream.concat(
            all.stream()
                .filter(ClaimsSection::isShared)
                .limit(Citations.SHOWN_AT_ONCE + MAX_CLAIMS),
            all.stream().filter(claim -> !isShared(claim)).limit(MAX_CLAIMS))
        .toList();
  }

  @Override
  public void write() {
    List<Claim> all = story.claims();
    if (all.isEmpty()) {
      citations.none("No claim was found.");
      return;
    }
    html.open("div", "class", "filter", "hidden", "", "role", "group", "aria-label", "Show claims");
    List<String> choices = new ArrayList<>(List.of("all"));
    Stream.of(Standing.values()).map(Standing::label).forEach(choices::add);
    for (String choice : choices) {
      html.element(
          "button",
          PlainText.capital(choice.replace('-', ' ')),
          "type",
          "button",
          "data-show",
          choice,
          "aria-pressed",
          choice.equals("all") ? "true" : "false");
    }
    html.close("div").line();
    List<Claim> shared = all.stream().filter(ClaimsSection::isShared).toList();
    List<Claim> alone = all.stream().filter(claim -> !isShared(claim)).toList();
    html.open("ol", "class", "claim-list");
    shared.stream().limit(Citations.SHOWN_AT_ONCE).forEach(this::claim);
    html.close("ol");
    if (shared.size() > Citations.SHOWN_AT_ONCE) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(shared.size() - Citations.SHOWN_AT_ONCE, "more claim"));
      html.open("ol", "class", "claim-list");
      shared.stream().skip(Citations.SHOWN_AT_ONCE).limit(MAX_CLAIMS).forEach(this::claim);
      html.close("ol");
      citations.more(shared.size() - Citations.SHOWN_AT_ONCE - MAX_CLAIMS);
      html.close("details").line();
    }
    if (!alone.isEmpty()) {
      html.open("details", "class", "fold");
      html.element("summary", Labels.count(alone.size(), "claim") + " that one report alone makes");
      html.open("ol", "class", "claim-list");
      alone.stream().limit(MAX_CLAIMS).forEach(this::claim);
      html.close("ol");
      citations.more(alone.size() - MAX_CLAIMS);
      html.close("details").line();
    }
  }

  private void claim(Claim claim) {
    String id = prefix + claim.label();
    html.open("li", "class", "claim", "id", id, "data-standing", claim.standing().label());
    html.open("div", "class", "claim-head");
    html.element("p", PlainText.line(claim.text()), "class", "claim-text", "dir", "auto");
    citations.standing(claim.standing(), claim.families());
    html.close("div");
    support(claim);
    html.open("p", "class", "meta");
    html.text(claim.label() + ": ");
    html.text(
        Labels.count(claim.reports(), "report")
            + ", "
            + Labels.sources(claim.standing(), claim.families()));
    if (!claim.informants().isEmpty()) {
      html.text(". Said to know it: ");
      html.text(
          claim.informants().stream()
              .limit(8)
              .map(PlainText::line)
              .collect(Collectors.joining("; ")));
    }
    html.close("p");
    html.open("details").element("summary", "All wordings");
    html.open("ul", "class", "statements");
    for (Statement statement : claim.statements().stream().limit(MAX_STATEMENTS).toList()) {
      anchors.mark(statement.at(), "", "claim " + claim.label(), id);
      html.open("li");
      citations.cite(statement.at());
      html.text(" “")
          .text(PlainText.cut(PlainText.line(index.words(statement.at())), 400))
          .text("” ");
      html.element("span", certainty(statement), "class", "meta", "title", statement.id());
      html.close("li");
    }
    html.close("ul");
    citations.more(claim.statements().size() - MAX_STATEMENTS);
    related(claim);
    merges(claim);
    if (!claim.why().isEmpty()) {
      html.open("ul", "class", "why");
      claim.why().stream().limit(10).forEach(why -> html.element("li", PlainText.line(why)));
      html.close("ul");
    }
    html.close("details").close("li").line();
  }

  /** What other sources say that is alike and counts for nothing here. */
  private void related(Claim claim) {
    if (claim.related().isEmpty()) {
      return;
    }
    html.element(
        "p",
        "Related, not counted: " + Labels.count(claim.related().size(), "statement"),
        "class",
        "meta");
    html.open("ul", "class", "statements");
    for (Related related : claim.related()) {
      html.open("li");
      citations.cite(related.at());
      html.text(" “").text(PlainText.cut(PlainText.line(index.words(related.at())), 400)).text("”");
      html.close("li");
    }
    html.close("ul");
  }

  /** Why the wordings are one claim, as it is in the JSON. */
  private void merges(Claim claim) {
    if (claim.merges().isEmpty()) {
      return;
    }
    html.open("ul", "class", "why");
    for (Merge merge : claim.merges().stream().limit(MAX_STATEMENTS).toList()) {
      html.open("li");
      citations.cite(claim.statements().get(merge.a()).at());
      html.text(" and ");
      citations.cite(claim.statements().get(merge.b()).at());
      html.text(
          String.format(
              Locale.ROOT,
              " are one claim by %s, %.2f: %s",
              Labels.of(merge.by()),
              merge.score(),
              PlainText.line(String.join("; ", merge.evidence()))));
      html.close("li");
    }
    html.close("ul");
    citations.more(claim.merges().size() - MAX_STATEMENTS);
  }

  private String certainty(Statement statement) {
    return statement.certainty().label()
        + statement.informant().map(name -> ", by " + PlainText.line(name)).orElse("");
  }

  /** One mark a report, filled where the report states the claim, in one frame a family. */
  private void support(Claim claim) {
    Map<String, Citation> stated = new LinkedHashMap<>();
    for (Statement statement : claim.statements()) {
      stated.putIfAbsent(statement.at().report(), statement.at());
    }
    if (reports.size() > StoryPage.FEW_REPORTS || story.lineage().families().isEmpty()) {
      html.open("div", "class", "support");
      stated.values().stream().limit(StoryPage.FEW_REPORTS).forEach(citations::cite);
      html.close("div");
      return;
    }
    html.open("div", "class", "support");
    for (Family family : story.lineage().families()) {
      html.open("span", "class", "frame");
      for (String report : family.reports()) {
        Citation at = stated.get(report);
        if (at != null) {
          citations.cite(at);
        } else {
          html.element(
              "span",
              String.valueOf(citations.numberOf(report)),
              "class",
              "silent",
              "title",
              citations.label(report) + " does not state it");
        }
      }
      html.close("span");
    }
    html.close("div");
  }
}
