package org.twosource.app.serve.page;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.AllNames;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Shown.Cite;
import org.twosource.app.serve.page.Shown.Piece;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;
import org.twosource.app.user.Role;
import org.twosource.app.watch.AtomFeed;
import org.twosource.app.watch.WatchKind;
import org.twosource.report.Citation;

/** {@code /watches} and {@code /inbox}: what is waited for, and what came of it. */
public final class WatchResource {
  /** The note that holds the alerts a reader is done with. */
  private static final String DONE = "done alerts";

  /** Alerts that are shown; older ones come up when these are done. */
  private static final int ON_A_PAGE = 50;

  private final Desk desk;
  private final Pages pages;
  private final Changes changes;

  public WatchResource(Desk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
    this.changes = new Changes(desk);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/watches", this::watches),
        Route.post("/watches", this::begin),
        Route.post("/watches/stop", this::stop),
        Route.get("/watches/{id}/feed.atom", this::feed),
        Route.get("/inbox", this::inbox),
        Route.post("/inbox/done", this::done).by(Role.READER),
        Route.post("/inbox/undone", this::undone).by(Role.READER));
  }

  // ---- watches
  // ---------------------------------------------------------------------------------

  /** A watch as a row. */
  public record WatchRow(String id, String kind, String query, String made, long alerts) {}

  private void watches(Context context) {
    Map<Long, Long> alerts = desk.store().read(Store.View::alertCounts);
    List<WatchRow> rows =
        desk.store().read(Store.View::watches).stream()
            .map(
                watch ->
                    new WatchRow(
                        StoreJson.name(watch),
                        watch.kind().replace('-', ' '),
                        looksFor(watch),
                        Shown.instant(watch.made()),
                        alerts.getOrDefault(watch.number(), 0L)))
            .toList();
    pages.show(
        context,
        "watches",
        "Watches",
        Map.of(
            "rows",
            rows,
            "q",
            Parameters.text(context, "q"),
            "kind",
            Parameters.text(context, "kind"),
            "kinds",
            WatchKind.values()));
  }

  /** In words; of a story its title. */
  private String looksFor(KeptWatch watch) {
    Optional<StoredStory> story =
        watch.kind().equals(WatchKind.STORY.label())
            ? desk.store().read(view -> view.survivor(watch.query()).flatMap(view::story))
            : Optional.empty();
    return watch.query().equals("*")
        ? "Everything"
        : Shown.line(story.map(StoredStory::title).orElse(watch.query()), 200);
  }

  private void feed(Context context) {
    ByteArrayOutputStream feed = new ByteArrayOutputStream();
    new AtomFeed(desk.store()).write(Optional.of(changes.watch(context.pathParam("id"))), feed);
    context.contentType("application/atom+xml; charset=utf-8").result(feed.toByteArray());
  }

  private void begin(Context context) {
    changes.watch(
        Caller.of(context),
        Forms.needed(context, "kind", "a watch is of a kind"),
        Forms.needed(context, "query", "a watch needs words to look for"),
        Forms.text(context, "fromStart").equals("yes"));
    Forms.then(context, "/watches");
  }

  private void stop(Context context) {
    changes.stop(Caller.of(context), changes.watch(Forms.needed(context, "id", "which watch?")));
    Forms.then(context, "/watches");
  }

  // ---- the inbox
  // -------------------------------------------------------------------------------

  /** Of these the watch itself says why they are told: a report came that fits it. */
  private static final Set<WatchKind> SAID_BY_THE_WATCH =
      EnumSet.of(WatchKind.QUERY, WatchKind.OUTLET, WatchKind.ENTITY);

  /**
   * An alert as a row.
   *
   * @param turns whether it says what was and what is
   */
  public record AlertRow(
      String id,
      String text,
      String before,
      String after,
      String why,
      String at,
      String watch,
      String storyHref,
      boolean retracted,
      boolean provisional,
      boolean isDone,
      boolean turns,
      List<Passage> passages) {}

  /** Alerts of one watch in one story, the latest first. */
  public record AlertGroup(AlertRow first, List<AlertRow> others) {
    /** Those of all, parted by spaces. */
    public String ids() {
      return Stream.concat(Stream.of(first), others.stream())
          .map(AlertRow::id)
          .collect(Collectors.joining(" "));
    }
  }

  /** One of the passages that made it. */
  public record Passage(Cite cite, List<Piece> words) {}

  private Set<String> doneIds(Context context) {
    return new LinkedHashSet<>(
        Arrays.stream(changes.noted(Caller.of(context).own(DONE)).split(" "))
            .filter(id -> !id.isEmpty())
            .toList());
  }

  private void inbox(Context context) {
    Set<String> done = doneIds(context);
    List<AlertRow> open = new ArrayList<>();
    for (int from = 0; open.size() < ON_A_PAGE; from += ON_A_PAGE) {
      int at = from;
      List<KeptAlert> some = desk.store().read(view -> view.latestAlerts(at, ON_A_PAGE));
      some.stream()
          .filter(alert -> !done.contains(alert.id()))
          .limit(ON_A_PAGE - open.size())
          .forEach(alert -> open.add(row(alert, false)));
      if (some.size() < ON_A_PAGE) {
        break;
      }
    }
    long told =
        desk.store().read(Store.View::alertCounts).values().stream().mapToLong(one -> one).sum();
    List<AlertRow> rest =
        new ArrayList<>(done)
            .reversed().stream()
                .limit(ON_A_PAGE)
                .flatMap(id -> desk.store().read(view -> view.alert(id)).stream())
                .map(alert -> row(alert, true))
                .toList();
    pages.show(
        context,
        "inbox",
        "Inbox",
        Map.of(
            "open", grouped(open),
            "older", Math.max(0, told - done.size() - open.size()),
            "rest", rest,
            "done", done.size(),
            "watches", desk.store().read(Store.View::watches).size()));
  }

  /** In the order of the latest of each. */
  private static List<AlertGroup> grouped(List<AlertRow> rows) {
    Map<String, List<AlertRow>> groups = new LinkedHashMap<>();
    for (AlertRow row : rows) {
      boolean isByItself = row.turns() || row.retracted();
      String key = isByItself ? row.id() : row.watch() + "\n" + row.storyHref();
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
    }
    return groups.values().stream()
        .map(group -> new AlertGroup(group.getFirst(), group.subList(1, group.size())))
        .toList();
  }

  private AlertRow row(KeptAlert alert, boolean isDone) {
    List<Passage> passages = new ArrayList<>();
    AllNames names = desk.accounts().names();
    for (Citation at : alert.evidence()) {
      Optional<StoredReport> stored = desk.store().read(view -> view.current(at.report()));
      String body = stored.map(one -> one.report().body()).orElse("");
      boolean isThere = at.span().end() <= body.length();
      String words = isThere ? Shown.line(at.span().in(body), 400) : "changed since";
      passages.add(
          new Passage(
              new Cite(
                  stored.map(names::nameOf).orElse(at.report()),
                  isThere ? Links.at(at.report(), at.span()) : Links.report(at.report()),
                  words),
              isThere
                  ? Excerpt.of(body, at.span(), List.of(at.span()))
                  : List.of(new Piece(words, "", false))));
    }
    return new AlertRow(
        alert.id(),
        Shown.line(alert.said().text(), 400),
        Shown.line(inWords(alert.said().turn().before()), 400),
        Shown.line(inWords(alert.said().turn().after()), 400),
        Shown.line(inWords(alert.said().why()), 600),
        Shown.instant(alert.said().at()),
        alert.watch().kind().replace('-', ' ')
            + (alert.watch().query().equals("*") ? "" : ": " + looksFor(alert.watch())),
        alert.subject().story().isEmpty() ? "/watches" : Links.story(alert.subject().story()),
        alert.retracted().isPresent(),
        alert.firmness() == KeptAlert.Firmness.PROVISIONAL,
        isDone,
        !SAID_BY_THE_WATCH.contains(WatchKind.of(alert.watch().kind())),
        passages);
  }

  /** {@code corroborated} as "several sources"; what is in words already as it is. */
  private static String inWords(String turn) {
    return switch (turn) {
      case "corroborated" -> "several sources";
      case "one-informant" -> "several reports, one informant";
      case "single-origin" -> "one source";
      default -> turn;
    };
  }

  private void done(Context context) {
    Set<String> done = doneIds(context);
    done.addAll(List.of(Forms.needed(context, "id", "which alert?").split(" ")));
    keep(context, done);
    Forms.then(context, "/inbox");
  }

  private void undone(Context context) {
    Set<String> done = doneIds(context);
    done.remove(Forms.needed(context, "id", "which alert?"));
    keep(context, done);
    Forms.then(context, "/inbox");
  }

  /** Only alerts that are there are kept as done. */
  private void keep(Context context, Set<String> done) {
    List<String> known =
        desk.store().read(view -> done.stream().filter(id -> view.alert(id).isPresent()).toList());
    changes.note(Caller.of(context).own(DONE), String.join(" ", known));
  }
}
