package org.twosource.brief.render.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twosource.brief.OutletView;
import org.twosource.brief.StoryAccount;
import org.twosource.brief.render.AccountIndex;
import org.twosource.brief.render.PlainText;
import org.twosource.claim.Claim;
import org.twosource.claim.Standing;
import org.twosource.claim.Statement;

/** Which outlet tells what, and who leaves it out; their headlines and whom they quote. */
final class OutletsSection implements Section {
  private static final int MAX_OUTLETS = 12;

  private static final int MAX_CLAIMS = 14;

  private static final int MAX_SPEAKERS = 8;

  private final Html html;
  private final AccountIndex index;
  private final Citations citations;
  private final StoryAccount story;
  private final String prefix;

  OutletsSection(
      Html html, AccountIndex index, Citations citations, StoryAccount story, String prefix) {
    this.html = html;
    this.index = index;
    this.citations = citations;
    this.story = story;
    this.prefix = prefix;
  }

  @Override
  public void write() {
    List<OutletView> all = OutletView.of(story);
    List<OutletView> outlets = all.subList(0, Math.min(MAX_OUTLETS, all.size()));
    if (outlets.size() < 2) {
      citations.none("One outlet alone tells this story.");
      return;
    }
    matrix(outlets);
    citations.more(all.size() - MAX_OUTLETS);
    html.element("h3", "Headlines and people quoted");
    html.open("dl", "class", "outlet-list");
    for (OutletView outlet : outlets) {
      html.element("dt", PlainText.line(outlet.outlet()));
      html.element(
          "dd",
          outlet.headline().map(PlainText::line).orElse("No headline is known."),
          "dir",
          "auto");
      if (!outlet.speakers().isEmpty()) {
        html.element(
            "dd",
            "Quotes "
                + outlet.speakers().stream()
                    .limit(MAX_SPEAKERS)
                    .map(index::name)
                    .collect(Collectors.joining(", "))
                + (outlet.speakers().size() > MAX_SPEAKERS ? " and others." : "."),
            "class",
            "meta");
      }
    }
    html.close("dl").line();
  }

  /** Claims by outlets: what several tell or dispute first. */
  private void matrix(List<OutletView> outlets) {
    List<Claim> claims =
        story.claims().stream()
            .sorted(
                Comparator.comparing(
                    (Claim claim) -> claim.reports() < 2 && claim.standing() != Standing.DISPUTED))
            .limit(MAX_CLAIMS)
            .toList();
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        "Claims by outlets");
    html.open("table", "class", "matrix");
    html.open("thead").open("tr").element("th", "Claim", "scope", "col");
    outlets.forEach(
        outlet ->
            html.element("th", PlainText.cut(PlainText.line(outlet.outlet()), 24), "scope", "col"));
    html.close("tr").close("thead").open("tbody");
    for (Claim claim : claims) {
      html.open("tr").open("th", "scope", "row");
      html.element(
          "a",
          PlainText.cut(PlainText.line(claim.text()), 110),
          "href",
          "#" + prefix + claim.label());
      html.close("th");
      for (OutletView outlet : outlets) {
        html.open("td");
        cell(claim, outlet);
        html.close("td");
      }
      html.close("tr").line();
    }
    html.close("tbody").close("table").close("div").line();
    html.element(
        "p",
        "A number leads to the outlet's words; “said” marks what it gives as somebody's words alone;"
            + " an empty place means that it was not found there.",
        "class",
        "legend");
  }

  private void cell(Claim claim, OutletView outlet) {
    List<Statement> own =
        claim.statements().stream()
            .filter(statement -> outlet.reports().contains(statement.at().report()))
            .toList();
    Optional<Statement> first =
        own.stream()
            .filter(statement -> statement.informant().isEmpty())
            .findFirst()
            .or(() -> own.stream().findFirst());
    first.ifPresent(
        statement -> {
          citations.cite(statement.at());
          if (statement.informant().isPresent()) {
            html.element("span", " said", "class", "meta");
          }
        });
  }
}
