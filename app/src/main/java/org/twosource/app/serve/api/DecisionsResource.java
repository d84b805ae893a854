package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Caller;
import org.twosource.app.serve.Changes;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Route;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;

/** {@code /api/v1/decisions}. */
public final class DecisionsResource {
  private static final String DECISIONS = "/api/v1/decisions";

  private final Desk desk;
  private final Changes changes;

  public DecisionsResource(Desk desk) {
    this.desk = desk;
    this.changes = new Changes(desk);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(DECISIONS, this::list),
        Route.post(DECISIONS, this::decide),
        Route.get(DECISIONS + "/{id}", this::one),
        Route.delete(DECISIONS + "/{id}", this::undo));
  }

  private void list(Context context) {
    List<ObjectNode> all =
        desk.store().read(Store.View::decisions).stream().map(StoreJson::decision).toList();
    Answers.pages(context, "decisions", all, desk.store().read(Store.View::lastReceipt));
  }

  private KeptDecision kept(Context context) {
    return changes.decision(context.pathParam("id"));
  }

  private void one(Context context) {
    Answers.json(context, StoreJson.decision(kept(context)));
  }

  private void decide(Context context) {
    ObjectNode body = Answers.body(context);
    String kind = Answers.text(body, "kind");
    String a = Answers.text(body, "a");
    String b = Answers.text(body, "b");
    KeptDecision made = changes.decide(Caller.of(context), kind, a, b);
    context
        .status(201)
        .header("Location", DECISIONS + "/" + StoreJson.name(made))
        .contentType("application/json")
        .result(StoreJson.decision(made).toString());
  }

  private void undo(Context context) {
    KeptDecision kept = kept(context);
    Answers.unchanged(context, StoreJson.decision(kept));
    changes.undo(Caller.of(context), kept);
    context.status(204);
  }
}
