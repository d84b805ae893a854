package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
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
    List<ObjectNode> all =
        desk.store().read(Store.View::alerts).stream()
            .filter(alert -> !alert.baseline())
            .filter(alert -> state.isEmpty() || state.equals(state(alert)))
            .map(StoreJson::alert)
            .toList();
    Answers.pages(context, "alerts", all, seq());
  }

  private static String state(KeptAlert alert) {
    return alert.retracted().isPresent() ? "retracted" : "held";
  }
}
