package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.app.feed.FeedState;
import org.twosource.app.feed.Sources;
import org.twosource.app.json.StoreJson;
import org.twosource.app.search.Hit;
import org.twosource.app.serve.AllNames;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.TextJson;
import org.twosource.app.serve.export.Listing;
import org.twosource.app.serve.export.QuotedWords;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** What the pages over all of a store list, whole. */
final class StoreListings {
  private final Desk desk;

  StoreListings(Desk desk) {
    this.desk = desk;
  }

  /** When the last thing came in; ISO 8601 instant. */
  String at() {
    long last = desk.store().read(Store.View::lastReceipt);
    return received(last);
  }

  private String received(long receipt) {
    return desk.store().read(view -> view.receiptsAfter(receipt - 1, 1)).stream()
        .findFirst()
        .map(Receipt::received)
        .orElse("1970-01-01T00:00:00Z");
  }

  Listing stories() {
    AllNames names = desk.accounts().names();
    List<Listing.Item> items =
        desk.store().read(Store.View::stories).stream()
            .map(names::asAnalysed)
            .map(
                story ->
                    new Listing.Item(
                        story.id(),
                        received(story.changed()),
                        List.of(
                            story.title(),
                            story.sources(),
                            story.reports(),
                            story.days().from().orElse(""),
                            story.days().to().orElse("")),
                        List.of()))
            .toList();
    return new Listing(
        "stories", "Stories", List.of("title", "sources", "reports", "from", "to"), at(), items);
  }

  Listing hits(String query) {
    List<Hit> hits;
    try {
      int all = Math.toIntExact(Math.min(1_000_000, desk.store().read(Store.View::lastReceipt)));
      hits = desk.index().search(query, all);
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()));
    }
    List<Listing.Item> items = new ArrayList<>();
    for (Hit hit : hits) {
      String page = hit.at().report();
      Optional<StoredReport> stored = desk.store().read(view -> view.current(page));
      Optional<StoredStory> story =
          desk.store().read(view -> view.storyOf(page).flatMap(view::story));
      stored.ifPresent(
          one ->
              items.add(
                  new Listing.Item(
                      page,
                      received(one.receipt()),
                      List.of(
                          one.report().headline().orElse(page),
                          one.report().outlet().orElse(""),
                          one.published().map(PartialDate::iso).orElse(""),
                          story.map(StoredStory::id).orElse(""),
                          story.map(StoredStory::title).orElse("")),
                      quotes(List.of(hit.at())))));
    }
    return new Listing(
        "search",
        "Search: " + query,
        List.of("headline", "outlet", "published", "story", "title"),
        at(),
        items);
  }

  /** Those that are still there, in the text as it is now. */
  private List<QuotedWords> quotes(List<Citation> places) {
    List<QuotedWords> quotes = new ArrayList<>();
    for (Citation place : places) {
      desk.store()
          .read(view -> view.current(place.report()))
          .filter(one -> place.span().end() <= one.report().body().length())
          .filter(one -> !place.span().isEmpty())
          .ifPresent(one -> quotes.add(quote(one.asPage(), place.span())));
    }
    return quotes;
  }

  private QuotedWords quote(Report report, Span span) {
    return new QuotedWords(
        report.id(),
        desk.accounts().names().nameOf(report),
        report.url().map(Links::outside).orElse(""),
        report.body(),
        span);
  }

  Listing alerts() {
    List<Listing.Item> items = new ArrayList<>();
    for (KeptAlert alert : desk.store().read(Store.View::alerts)) {
      if (!alert.baseline()) {
        items.add(
            new Listing.Item(
                alert.id(),
                alert.retracted().orElse(alert.said().at()),
                List.of(
                    alert.said().text(),
                    alert.watch().kind() + " " + alert.watch().query(),
                    alert.said().turn().before(),
                    alert.said().turn().after(),
                    alert.said().why(),
                    alert.said().at(),
                    alert.retracted().orElse("")),
                quotes(alert.evidence())));
      }
    }
    return new Listing(
        "inbox",
        "Inbox",
        List.of("alert", "watch", "before", "after", "why", "at", "taken back"),
        at(),
        items);
  }

  Listing watches() {
    List<Listing.Item> items =
        desk.store().read(Store.View::watches).stream()
            .map(
                watch ->
                    new Listing.Item(
                        StoreJson.name(watch),
                        watch.made(),
                        List.of(watch.query(), watch.kind(), watch.made()),
                        List.of()))
            .toList();
    return new Listing("watches", "Watches", List.of("query", "kind", "made"), at(), items);
  }

  Listing decisions() {
    List<Listing.Item> items =
        desk.store().read(Store.View::decisions).stream()
            .map(
                one ->
                    new Listing.Item(
                        StoreJson.name(one),
                        one.undone().orElse(one.made()).at(),
                        List.of(
                            one.kind() + ": " + one.a() + ", " + one.b(),
                            one.made().at(),
                            one.made().by(),
                            one.undone().map(KeptDecision.Act::at).orElse(""),
                            one.undone().map(KeptDecision.Act::by).orElse("")),
                        List.of()))
            .toList();
    return new Listing(
        "decisions",
        "Decisions",
        List.of("decision", "made", "by", "undone", "undone by"),
        at(),
        items);
  }

  Listing sources() {
    List<Listing.Item> items =
        Sources.of(desk.store()).stream()
            .map(
                feed -> {
                  FeedState state = Sources.state(desk.store(), feed);
                  return new Listing.Item(
                      feed.address().toString(),
                      "",
                      List.of(
                          feed.title().orElse(feed.address().getHost()),
                          feed.address().toString(),
                          state.due().toString(),
                          state.failures(),
                          state.problem().orElse("")),
                      List.of());
                })
            .toList();
    return new Listing(
        "sources",
        "Sources",
        List.of("title", "address", "asked again", "failures", "problem"),
        at(),
        items);
  }

  /** Names of the stories that were analysed. */
  Listing entities() {
    List<Listing.Item> items =
        desk.accounts().names().listed().stream()
            .map(
                one ->
                    new Listing.Item(
                        one.name(),
                        "",
                        List.of(one.name(), one.type(), one.stories(), one.mentions()),
                        List.of()))
            .toList();
    return new Listing(
        "entities", "Names", List.of("name", "type", "stories", "mentions"), at(), items);
  }

  /** A draft, sentence by sentence; nothing of it is kept. */
  Listing draft(String text, List<Report> reports) {
    Map<String, Report> byId = new TreeMap<>();
    reports.forEach(report -> byId.put(report.id(), report));
    List<Listing.Item> items = new ArrayList<>();
    for (JsonNode item : TextJson.checked(desk, text, reports).path("items")) {
      List<QuotedWords> quotes = new ArrayList<>();
      for (JsonNode at : item.path("restsOn")) {
        Report report = byId.get(at.path("report").asText());
        if (report != null && StoryJson.span(at).end() <= report.body().length()) {
          quotes.add(quote(report, StoryJson.span(at)));
        }
      }
      Span span = StoryJson.span(item);
      items.add(
          new Listing.Item(
              span.start() + "-" + span.end(),
              "",
              List.of(
                  span.end() <= text.length() ? span.in(text) : "",
                  item.path("verdict").asText(),
                  item.path("families").asInt(),
                  item.path("disputed").asBoolean() ? "disputed" : ""),
              quotes));
    }
    return new Listing(
        "check",
        "A draft, checked",
        List.of("sentence", "verdict", "sources", "disputed"),
        at(),
        items);
  }
}
