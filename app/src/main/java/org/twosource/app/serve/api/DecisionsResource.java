package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.twosource.Progress;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;

/** {@code /api/v1/decisions}. */
public final class DecisionsResource {
  private static final String DECISIONS = "/api/v1/decisions";

  private final Desk desk;

  public DecisionsResource(Desk desk) {
    this.desk = desk;
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
    String id = context.pathParam("id");
    return desk.store().read(Store.View::decisions).stream()
        .filter(one -> StoreJson.name(one).equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("there is no decision " + id));
  }

  private void one(Context context) {
    Answers.json(context, StoreJson.decision(kept(context)));
  }

  private void decide(Context context) {
    ObjectNode body = Answers.body(context);
    String kind = Answers.text(body, "kind");
    String a = Answers.text(body, "a");
    String b = Answers.text(body, "b");
    KeptDecision made = made(desk, kind, a, b);
    context
        .status(201)
        .header("Location", DECISIONS + "/" + StoreJson.name(made))
        .contentType("application/json")
        .result(StoreJson.decision(made).toString());
  }

  /** Keeps a decision; one that is wrong or contradicts another that holds is refused. */
  static KeptDecision made(Desk desk, String kind, String a, String b) {
    Contradiction.find(desk.store().read(Store.View::decisions), kind, a, b)
        .ifPresent(
            other -> {
              throw new Problem(
                  Problem.Kind.CONFLICTING_DECISION,
                  StoreJson.name(other) + " says the opposite: undo it first");
            });
    try {
      return desk.writing().write(service -> service.decide(kind, a, b, Progress.NONE));
    } catch (IllegalArgumentException wrong) {
      throw Problem.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private void undo(Context context) {
    KeptDecision kept = kept(context);
    Answers.unchanged(context, StoreJson.decision(kept));
    boolean undone = desk.writing().write(service -> service.undo(kept.number(), Progress.NONE));
    if (!undone) {
      throw new Problem(
          Problem.Kind.CONFLICTING_DECISION, StoreJson.name(kept) + " was undone before");
    }
    context.status(204);
  }
}
