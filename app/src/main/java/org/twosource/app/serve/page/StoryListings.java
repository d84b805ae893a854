package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.export.Listing;
import org.twosource.app.serve.export.QuotedWords;
import org.twosource.report.Span;

/** What the pages of one story list, whole. */
final class StoryListings {
  private final StoryJson account;
  private final String title;
  private final String at;

  /**
   * @param at ISO 8601 instant of the last change of the story
   */
  StoryListings(StoryJson account, String title, String at) {
    this.account = account;
    this.title = title;
    this.at = at;
  }

  private List<QuotedWords> quotes(Iterable<JsonNode> places) {
    List<QuotedWords> quotes = new ArrayList<>();
    for (JsonNode place : places) {
      String report = place.path("report").asText();
      Span span = StoryJson.span(place);
      if (span.end() <= account.body(report).length()) {
        quotes.add(
            new QuotedWords(
                report,
                account.name(report),
                Links.outside(account.report(report).path("url").asText("")),
                account.body(report),
                span));
      }
    }
    return quotes;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isNull() ? "" : node.path(field).asText("");
  }

  Listing claims() {
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode claim : account.list("claims")) {
      items.add(
          new Listing.Item(
              claim.path("id").asText(),
              "",
              List.of(
                  claim.path("text").asText(),
                  claim.path("standing").asText(),
                  claim.path("families").asInt(),
                  claim.path("reports").asInt()),
              quotes(claim.path("statements"))));
    }
    return new Listing(
        "claims", title, List.of("claim", "standing", "sources", "reports"), at, items);
  }

  /** The statements of a claim. */
  Listing claim(JsonNode claim) {
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode statement : claim.path("statements")) {
      String report = statement.path("report").asText();
      items.add(
          new Listing.Item(
              StoryShown.place(statement),
              "",
              List.of(
                  account.words(statement),
                  account.familyOf(report).map(one -> text(one, "label")).orElse(report),
                  text(account.report(report), "published"),
                  text(statement, "certainty"),
                  text(statement, "informant")),
              quotes(List.of(statement))));
    }
    return new Listing(
        "claim",
        claim.path("text").asText(),
        List.of("statement", "source", "published", "certainty", "informant"),
        at,
        items);
  }

  /** Claims by outlets. */
  Listing outlets() {
    OutletMatrix matrix = new OutletMatrix(account);
    List<String> columns = new ArrayList<>(List.of("claim", "standing", "sources"));
    columns.addAll(matrix.outlets());
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode claim : matrix.claims()) {
      List<Object> cells = new ArrayList<>();
      cells.add(claim.path("text").asText());
      cells.add(claim.path("standing").asText());
      cells.add(claim.path("families").asInt());
      List<JsonNode> places = new ArrayList<>();
      for (String outlet : matrix.outlets()) {
        cells.add(matrix.says(claim, outlet).map(OutletMatrix.Cell::words).orElse(""));
        matrix.says(claim, outlet).ifPresent(cell -> places.add(cell.statement()));
      }
      items.add(new Listing.Item(claim.path("id").asText(), "", cells, quotes(places)));
    }
    return new Listing("outlets", title, columns, at, items);
  }

  Listing reports() {
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode report : account.reports().values()) {
      String id = report.path("id").asText();
      items.add(
          new Listing.Item(
              id,
              "",
              List.of(
                  text(report, "headline"),
                  account.name(id),
                  text(report, "published"),
                  Links.outside(text(report, "url")),
                  account.familyOf(id).map(one -> text(one, "label")).orElse("")),
              List.of()));
    }
    return new Listing(
        "reports",
        title,
        List.of("headline", "outlet", "published", "address", "source"),
        at,
        items);
  }

  Listing changes() {
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode one : account.list("distortions")) {
      List<JsonNode> places = List.of(one.path("from"), one.path("to"));
      items.add(
          new Listing.Item(
              text(one, "id"),
              "",
              List.of(text(one, "kind").replace('-', ' '), text(one, "severity"), text(one, "why")),
              quotes(places)));
    }
    return new Listing("changes", title, List.of("change", "severity", "why"), at, items);
  }

  /** What rests on a report. */
  Listing report(String id) {
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode claim : account.list("claims")) {
      for (JsonNode statement : claim.path("statements")) {
        if (statement.path("report").asText().equals(id)) {
          items.add(
              new Listing.Item(
                  claim.path("id").asText() + " " + StoryShown.place(statement),
                  "",
                  List.of(
                      claim.path("text").asText(),
                      "claim",
                      claim.path("standing").asText(),
                      claim.path("families").asInt()),
                  quotes(List.of(statement))));
        }
      }
    }
    for (JsonNode change : account.list("distortions")) {
      if (change.path("to").path("report").asText().equals(id)
          || change.path("from").path("report").asText().equals(id)) {
        items.add(
            new Listing.Item(
                text(change, "id"),
                "",
                List.of(
                    text(change, "why"),
                    text(change, "kind").replace('-', ' '),
                    text(change, "severity"),
                    ""),
                quotes(List.of(change.path("from"), change.path("to")))));
      }
    }
    return new Listing(
        "report", account.name(id), List.of("finding", "kind", "standing", "sources"), at, items);
  }

  /** Passages that reports have in common with the first of them, and what copying changed. */
  Listing compared(List<String> ids) {
    List<Listing.Item> items = new ArrayList<>();
    String first = ids.getFirst();
    for (JsonNode passage : account.list("passages")) {
      String a = passage.path("a").path("report").asText();
      String b = passage.path("b").path("report").asText();
      if ((a.equals(first) && ids.contains(b)) || (b.equals(first) && ids.contains(a))) {
        items.add(shared(passage, passage.path("manner").asText()));
      }
    }
    for (JsonNode change : account.list("distortions")) {
      if (ids.contains(change.path("from").path("report").asText())
          && ids.contains(change.path("to").path("report").asText())) {
        items.add(
            new Listing.Item(
                text(change, "id"),
                "",
                List.of(text(change, "kind").replace('-', ' '), text(change, "severity")),
                quotes(List.of(change.path("from"), change.path("to")))));
      }
    }
    return new Listing("compare", "Compared: " + title, List.of("kind", "severity"), at, items);
  }

  private Listing.Item shared(JsonNode passage, String manner) {
    JsonNode a = passage.path("a");
    JsonNode b = passage.path("b");
    return new Listing.Item(
        StoryShown.place(a) + " " + StoryShown.place(b),
        "",
        List.of("shared, " + manner, ""),
        quotes(List.of(a, b)));
  }
}
