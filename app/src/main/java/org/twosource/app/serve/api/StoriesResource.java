package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.twosource.app.json.StoreJson;
import org.twosource.app.search.Hit;
import org.twosource.app.serve.Accounts;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.StoryJson;
import org.twosource.app.serve.page.Links;
import org.twosource.app.serve.page.Parameters;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredStory;
import org.twosource.app.store.StoryChange;

/** {@code /api/v1/stories} and what is below a story. */
public final class StoriesResource {
  private static final String STORIES = "/api/v1/stories";
  private static final int MOST_HITS = 10_000;

  /** Stories that are looked through at once where few of them are wanted. */
  private static final int AT_ONCE = 200;

  /** Lists of the result that are asked for by themselves. */
  private static final List<String> PARTS =
      List.of(
          "claims",
          "families",
          "sources",
          "derivations",
          "passages",
          "distortions",
          "quotations",
          "timeline",
          "brief");

  private final Desk desk;

  public StoriesResource(Desk desk) {
    this.desk = desk;
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get(STORIES, this::stories));
    routes.add(Route.get(STORIES + "/{id}", this::story));
    for (String part : PARTS) {
      routes.add(
          Route.get(STORIES + "/{id}/" + part, context -> part(context, part, this::plain, part)));
    }
    routes.add(Route.get(STORIES + "/{id}/claims/{claim}", this::claim));
    routes.add(
        Route.get(
            STORIES + "/{id}/disputes",
            context -> part(context, "claims", StoriesResource::disputes, "disputes")));
    routes.add(Route.get(STORIES + "/{id}/reports", this::reports));
    routes.add(Route.get(STORIES + "/{id}/entities", this::entities));
    routes.add(Route.get(STORIES + "/{id}/history", this::history));
    routes.add(Route.get(STORIES + "/{id}/changes", this::changes));
    return routes;
  }

  // ---- the list
  // --------------------------------------------------------------------------------

  /** In the order of ids, which does not change while a program reads page after page. */
  private void stories(Context context) {
    int limit = Answers.limit(context);
    String last = Cursor.last("stories", Answers.cursor(context));
    long changedAfter = Parameters.number(context, "changed-after", -1, 0, 999_999_999);
    Predicate<StoredStory> wanted = wanted(context);
    Optional<Set<String>> found = found(context);
    List<StoredStory> after =
        found.isPresent()
            ? among(found.get(), last, changedAfter, wanted, limit + 1)
            : all(last, changedAfter, wanted, limit + 1);
    List<StoredStory> page = after.subList(0, Math.min(limit, after.size()));
    String next = after.size() > limit ? Cursor.after("stories", page.getLast().id()) : "";
    Answers.list(context, page.stream().map(StoriesResource::item).toList(), next, seq());
  }

  private List<StoredStory> all(
      String last, long changedAfter, Predicate<StoredStory> wanted, int most) {
    return desk.store()
        .read(
            view -> {
              List<StoredStory> stories = new ArrayList<>();
              int atOnce = most;
              List<StoredStory> some = view.storiesAfter(last, changedAfter, atOnce);
              some.stream().filter(wanted).forEach(stories::add);
              while (stories.size() < most && some.size() == atOnce) {
                atOnce = Math.max(most, AT_ONCE);
                some = view.storiesAfter(some.getLast().id(), changedAfter, atOnce);
                some.stream().filter(wanted).forEach(stories::add);
              }
              return stories.subList(0, Math.min(most, stories.size()));
            });
  }

  private List<StoredStory> among(
      Set<String> ids, String last, long changedAfter, Predicate<StoredStory> wanted, int most) {
    return desk.store()
        .read(
            view ->
                ids.stream()
                    .filter(id -> id.compareTo(last) > 0)
                    .sorted()
                    .flatMap(id -> view.story(id).stream())
                    .filter(story -> story.changed() > changedAfter)
                    .filter(wanted)
                    .limit(most)
                    .toList());
  }

  private static ObjectNode item(StoredStory story) {
    return StoreJson.story(story).put("changed", story.changed());
  }

  private Predicate<StoredStory> wanted(Context context) {
    String since = Parameters.text(context, "since");
    if (!since.isEmpty() && org.twosource.report.PartialDate.parse(since).isEmpty()) {
      throw Problem.invalid("since takes a date like 2026-03-01, not '" + since + "'");
    }
    return story ->
        since.isEmpty() || story.days().to().map(to -> to.compareTo(since) >= 0).orElse(false);
  }

  /** The stories of reports with words, of an outlet, of a standing; absent where none is named. */
  private Optional<Set<String>> found(Context context) {
    List<String> query = new ArrayList<>();
    if (!Parameters.text(context, "q").isEmpty()) {
      query.add(Parameters.text(context, "q"));
    }
    for (String field : List.of("outlet", "standing")) {
      String value = Parameters.text(context, field).replace("\"", "");
      if (!value.isEmpty()) {
        query.add(field + ":\"" + value + "\"");
      }
    }
    if (query.isEmpty()) {
      return Optional.empty();
    }
    Set<String> ids = new HashSet<>();
    for (Hit hit : SearchesResource.search(desk, String.join(" ", query), MOST_HITS)) {
      desk.store().read(view -> view.storyOf(hit.at().report())).ifPresent(ids::add);
    }
    return Optional.of(ids);
  }

  private long seq() {
    return desk.store().read(Store.View::lastReceipt);
  }

  // ---- one story
  // -------------------------------------------------------------------------------

  private StoredStory stored(Context context) {
    String id = context.pathParam("id");
    return desk.store()
        .read(view -> view.survivor(id).flatMap(view::story))
        .orElseThrow(() -> Problem.notFound("there is no story " + id));
  }

  /** Whether the story was merged; the program is then sent to the one it is part of. */
  private static boolean isMoved(Context context, StoredStory story) {
    String asked = Links.escaped(context.pathParam("id"));
    String now = Links.escaped(story.id());
    if (asked.equals(now)) {
      return false;
    }
    String path = context.req().getRequestURI();
    context.redirect(
        STORIES
            + "/"
            + now
            + path.substring(Math.min(path.length(), STORIES.length() + 1 + asked.length())),
        HttpStatus.PERMANENT_REDIRECT);
    return true;
  }

  private StoryJson account(StoredStory story) {
    return account(desk, story);
  }

  /** The account as it is now; who will not wait longer is told when to ask again. */
  static StoryJson account(Desk desk, StoredStory story) {
    Accounts.Known known = desk.accounts().of(story, desk.limits().apiPatience());
    if (known.current() && known.story().isPresent()) {
      return known.story().get();
    }
    throw Problem.busy("the analysis of this story is under way, " + known.under());
  }

  private void story(Context context) {
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      Answers.json(context, account(stored).document());
    }
  }

  /** How the items of a list come out of a field of the story. */
  private interface Part {
    List<JsonNode> of(JsonNode field);
  }

  private List<JsonNode> plain(JsonNode field) {
    List<JsonNode> items = new ArrayList<>();
    field.forEach(items::add);
    return items;
  }

  private void part(Context context, String field, Part part, String name) {
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      StoryJson account = account(stored);
      // an account that changed has another list
      String list = name + " " + account.version();
      Answers.pages(context, list, part.of(account.list(field)), seq());
    }
  }

  /** The disputes of all claims, each with the claim it stands in. */
  private static List<JsonNode> disputes(JsonNode claims) {
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode claim : claims) {
      for (JsonNode dispute : claim.path("disputes")) {
        ObjectNode item = dispute.deepCopy();
        item.set("claim", claim.path("id"));
        items.add(item);
      }
    }
    return items;
  }

  private void claim(Context context) {
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      String name = context.pathParam("claim");
      Answers.json(
          context,
          account(stored)
              .claim(name)
              .orElseThrow(() -> Problem.notFound("there is no claim " + name + " in this story")));
    }
  }

  private void entities(Context context) {
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      StoryJson account = account(stored);
      Answers.pages(
          context,
          "entities " + account.version(),
          plain(account.document().path("entities")),
          seq());
    }
  }

  private void reports(Context context) {
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      List<ObjectNode> reports =
          desk.store()
              .read(
                  view ->
                      view.members(stored.id()).stream()
                          .flatMap(page -> view.current(page).stream())
                          .map(one -> StoreJson.report(one, Optional.of(stored.id())))
                          .toList());
      Answers.pages(context, "reports " + stored.fingerprint(), reports, seq());
    }
  }

  private void history(Context context) {
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      Answers.pages(context, "history", changes(stored.id(), 0), seq());
    }
  }

  private void changes(Context context) {
    int since = Parameters.number(context, "since", 0, 0, 999_999_999);
    StoredStory stored = stored(context);
    if (!isMoved(context, stored)) {
      Answers.pages(context, "changes", changes(stored.id(), since), seq());
    }
  }

  private List<ObjectNode> changes(String story, long since) {
    List<StoryChange> changes = desk.store().read(view -> view.changesOf(story));
    return changes.stream().filter(one -> one.seq() > since).map(StoreJson::change).toList();
  }
}
