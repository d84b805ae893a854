package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Parameters;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;

/** {@code /api/v1/watches} and {@code /api/v1/alerts}. */
public final class WatchesResource {
  private static final String WATCHES = "/api/v1/watches";

  /** Alerts that are looked through at once. */
  private static final int AT_ONCE = 201;

  private final Desk desk;
  private final Changes changes;

  public WatchesResource(Desk desk) {
    this.desk = desk;
    this.changes = new Changes(desk);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(WATCHES, this::list),
        Route.post(WATCHES, this::begin),
        Route.get(WATCHES + "/{id}", this::one),
        Route.delete(WATCHES + "/{id}", this::stop),
        Route.get("/api/v1/alerts", this::alerts));
  }

  private long seq() {
    return desk.store().read(Store.View::lastReceipt);
  }

  private void list(Context context) {
    List<ObjectNode> all =
        desk.store().read(Store.View::watches).stream().map(StoreJson::watch).toList();
    Answers.pages(context, "watches", all, seq());
  }

  private KeptWatch kept(Context context) {
    return changes.watch(context.pathParam("id"));
  }

  private void one(Context context) {
    Answers.json(context, StoreJson.watch(kept(context)));
  }

  private void begin(Context context) {
    ObjectNode body = Answers.body(context);
    KeptWatch watch =
        changes.watch(
            Caller.of(context),
            Answers.text(body, "kind"),
            Answers.text(body, "query"),
            body.path("fromStart").asBoolean(false));
    context
        .status(201)
        .header("Location", WATCHES + "/" + StoreJson.name(watch))
        .contentType("application/json")
        .result(StoreJson.watch(watch).toString());
  }

  private void stop(Context context) {
    KeptWatch watch = kept(context);
    Answers.unchanged(context, StoreJson.watch(watch));
    changes.stop(Caller.of(context), watch);
    context.status(204);
  }

  private void alerts(Context context) {
    String state = Parameters.text(context, "state");
    if (!List.of("", "held", "retracted").contains(state)) {
      throw Problem.invalid("state takes held or retracted, not '" + state + "'");
    }
    int limit = Answers.limit(context);
    List<KeptAlert> after = after(Cursor.last("alerts", Answers.cursor(context)), state, limit + 1);
    List<KeptAlert> page = after.subList(0, Math.min(limit, after.size()));
    String next = after.size() > limit ? Cursor.after("alerts", place(page.getLast())) : "";
    Answers.list(context, page.stream().map(StoreJson::alert).toList(), next, seq());
  }

  private static String place(KeptAlert alert) {
    return alert.said().at() + " " + alert.id();
  }

  private List<KeptAlert> after(String place, String state, int most) {
    int blank = place.indexOf(' ');
    return desk.store()
        .read(
            view -> {
              List<KeptAlert> found = new ArrayList<>();
              String at = blank < 0 ? "" : place.substring(0, blank);
              String id = place.substring(blank + 1);
              List<KeptAlert> some = view.alertsAfter(at, id, AT_ONCE);
              while (!some.isEmpty() && found.size() < most) {
                some.stream()
                    .filter(alert -> state.isEmpty() || state.equals(state(alert)))
                    .forEach(found::add);
                some = view.alertsAfter(some.getLast().said().at(), some.getLast().id(), AT_ONCE);
              }
              return found.subList(0, Math.min(most, found.size()));
            });
  }

  private static String state(KeptAlert alert) {
    return alert.retracted().isPresent() ? "retracted" : "held";
  }
}
