package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.app.search.Hit;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.serve.AllNames;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.OpenIndex;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/** {@code /search?q=}: reports by their words, grouped by story. */
public final class SearchResource {
  private static final int SHOWN = 60;

  private static final Pattern LIKE = Pattern.compile("like:(?:\"([^\"]+)\"|(\\S+))");

  private final Desk desk;
  private final Pages pages;

  public SearchResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  public List<Route> routes() {
    return List.of(Route.get("/search", this::search));
  }

  /** The hits of one story. */
  public record Group(TodayResource.Row story, List<Found> hits) {}

  /** A report that has the words; {@code page} is its id. */
  public record Found(
      String page, String name, String href, String day, String headline, List<Piece> passage) {}

  /** A report that others are like; it may be put together with one of another story. */
  public record Like(String id, String storyHref) {}

  /** A part of a query that finds nothing as a whole, and how many reports fit it alone. */
  public record Part(String text, int found, String href) {}

  private List<Part> parts(String query) {
    List<SearchIndex.Part> parts = desk.index().parts(query);
    return parts.size() < 2
        ? List.of()
        : parts.stream()
            .map(one -> new Part(one.text(), one.found(), "/search?q=" + Links.escaped(one.text())))
            .toList();
  }

  private void search(Context context) {
    String query = Parameters.text(context, "q");
    List<Hit> hits = List.of();
    OpenIndex.Reach reach = new OpenIndex.Reach(0, 0);
    List<Part> parts = List.of();
    String wrong = "";
    if (!query.isEmpty()) {
      try {
        OpenIndex.Found found = desk.index().searchSoon(query, SHOWN);
        hits = found.hits();
        reach = found.reach();
        parts = hits.isEmpty() ? parts(query) : List.of();
      } catch (IllegalArgumentException notRead) {
        wrong = String.valueOf(notRead.getMessage());
      }
    }
    pages.show(
        context,
        "search",
        query.isEmpty() ? "Search" : "Search: " + Shown.line(query, 80),
        Map.of(
            "q", query,
            "wrong", wrong,
            "groups", groups(hits),
            "parts", parts,
            "like", like(query),
            "found", hits.size(),
            "reach", reach,
            "most", SHOWN));
  }

  private List<Group> groups(List<Hit> hits) {
    Map<String, List<Found>> byStory = new LinkedHashMap<>();
    Map<String, StoredStory> stories = new LinkedHashMap<>();
    AllNames names = desk.accounts().names();
    for (Hit hit : hits) {
      String page = hit.at().report();
      Optional<StoredReport> report = desk.store().read(view -> view.current(page));
      Optional<StoredStory> story =
          desk.store().read(view -> view.storyOf(page).flatMap(view::story));
      if (report.isPresent() && story.isPresent()) {
        stories.put(story.get().id(), story.get());
        byStory
            .computeIfAbsent(story.get().id(), any -> new ArrayList<>())
            .add(found(hit, report.get(), names.nameOf(report.get())));
      }
    }
    List<Group> groups = new ArrayList<>();
    stories.forEach(
        (id, story) ->
            groups.add(
                new Group(
                    TodayResource.Row.of(names.asAnalysed(story)),
                    byStory.getOrDefault(id, List.of()))));
    return groups;
  }

  /** The report whose like is looked for, and its story; both empty where it is something else. */
  private Like like(String query) {
    Matcher like = LIKE.matcher(query);
    if (!like.matches()) {
      return new Like("", "");
    }
    String id = like.group(1) != null ? like.group(1) : like.group(2);
    return desk.store()
        .read(view -> view.storyOf(id).flatMap(view::story))
        .map(story -> new Like(id, Links.story(story.id())))
        .orElse(new Like("", ""));
  }

  private static Found found(Hit hit, StoredReport stored, String name) {
    String body = stored.report().body();
    Span at = hit.at().span();
    boolean isInBody = !at.isEmpty() && at.end() <= body.length();
    return new Found(
        stored.page(),
        name,
        isInBody ? Links.at(stored.page(), at) : Links.report(stored.page()),
        stored.published().map(PartialDate::iso).map(Shown::date).orElse(""),
        Shown.line(stored.report().headline().orElse(""), 140),
        Excerpt.of(body, isInBody ? at : new Span(0, 0), isInBody ? hit.marks() : List.of()));
  }
}
