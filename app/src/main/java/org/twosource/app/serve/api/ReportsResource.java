package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.desk.Acknowledged;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Arrivals;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.page.Links;
import org.twosource.app.serve.page.Parameters;
import org.twosource.app.store.Digests;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.app.store.StoredStory;

/** {@code /api/v1/reports} and {@code /api/v1/receipts}: what comes in, and what came of it. */
public final class ReportsResource {
  private static final int KEYS_REMEMBERED = 10_000;

  private final Desk desk;

  /** Answers to requests that named a key, by it; a program may send one again. */
  private final Map<String, Sent> sent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sent> eldest) {
          return size() > KEYS_REMEMBERED;
        }
      };

  public ReportsResource(Desk desk) {
    this.desk = desk;
  }

  /** An answer, and the body it was given to. */
  private record Sent(String sha, List<Receipt> receipts, List<String> outcomes) {}

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/reports", this::reports),
        Route.post("/api/v1/reports", this::take),
        Route.get("/api/v1/reports/{id}", this::report),
        Route.get("/api/v1/reports/{id}/versions", this::versions),
        Route.get("/api/v1/reports/{id}/raw", this::raw),
        Route.get("/api/v1/reports/{id}/findings", this::findings),
        Route.get("/api/v1/receipts", this::receipts),
        Route.get("/api/v1/receipts/{id}", this::receipt));
  }

  private long seq() {
    return desk.store().read(Store.View::lastReceipt);
  }

  // ---- reports
  // ---------------------------------------------------------------------------------

  private void reports(Context context) {
    int limit = Answers.limit(context);
    String outlet = Parameters.text(context, "outlet");
    String last = Cursor.last("reports", Answers.cursor(context));
    Optional<String> of = Optional.of(outlet).filter(name -> !name.isEmpty());
    List<String> after = desk.store().read(view -> view.pagesAfter(last, of, limit + 1));
    List<String> page = after.subList(0, Math.min(limit, after.size()));
    String next = after.size() > limit ? Cursor.after("reports", page.getLast()) : "";
    List<ObjectNode> items =
        desk.store()
            .read(
                view ->
                    page.stream()
                        .flatMap(id -> view.current(id).stream())
                        .map(one -> StoreJson.report(one, view.storyOf(one.page())))
                        .toList());
    Answers.list(context, items, next, seq());
  }

  private StoredReport current(Context context) {
    String id = context.pathParam("id");
    return desk.store()
        .read(view -> view.current(id))
        .orElseThrow(() -> Problem.notFound("there is no report " + id));
  }

  private void report(Context context) {
    StoredReport stored = current(context);
    Optional<String> story = desk.store().read(view -> view.storyOf(stored.page()));
    Answers.json(context, StoreJson.report(stored, story).put("body", stored.report().body()));
  }

  private void versions(Context context) {
    StoredReport stored = current(context);
    Optional<String> story = desk.store().read(view -> view.storyOf(stored.page()));
    List<ObjectNode> versions =
        desk.store().read(view -> view.versions(stored.page())).stream()
            .map(one -> StoreJson.report(one, story).put("body", one.report().body()))
            .toList();
    Answers.pages(context, "versions", versions, seq());
  }

  /** The bytes as they came; never as a page, whatever they are. */
  private void raw(Context context) {
    StoredReport stored = current(context);
    byte[] bytes =
        desk.store()
            .read(
                view ->
                    view.receiptsAfter(stored.receipt() - 1, 1).stream()
                        .findFirst()
                        .flatMap(receipt -> receipt.origin().raw())
                        .flatMap(view::raw))
            .orElseThrow(() -> Problem.notFound("the bytes of this report were not kept"));
    context
        .contentType("application/octet-stream")
        .header("Content-Disposition", "attachment; filename=\"report.bin\"")
        .result(bytes);
  }

  /** What the account of its story says of the report. */
  private void findings(Context context) {
    StoredReport stored = current(context);
    StoredStory story =
        desk.store()
            .read(view -> view.storyOf(stored.page()).flatMap(view::story))
            .orElseThrow(() -> Problem.notFound("the report is in no story yet; ask again"));
    Answers.json(context, StoriesResource.account(desk, story).report(stored.page()));
  }

  // ---- what comes in
  // ---------------------------------------------------------------------------

  private void take(Context context) {
    byte[] body = context.bodyAsBytes();
    if (body.length == 0) {
      throw Problem.invalid("the body is empty: send the bytes of a report");
    }
    String key = context.header("Idempotency-Key");
    String sha = Digests.of(body);
    Sent answer;
    if (key == null) {
      answer = accepted(context, body, sha);
    } else {
      // one at a time, so that two requests of one key do not both write
      synchronized (sent) {
        answer = sent.get(key);
        if (answer == null) {
          answer = accepted(context, body, sha);
          sent.put(key, answer);
        }
      }
      if (!answer.sha().equals(sha)) {
        throw new Problem(
            Problem.Kind.KEY_USED, "the Idempotency-Key was used for another body; take a new one");
      }
    }
    answer(context, answer);
  }

  /** Bytes without a report are kept too, as quarantined: there is a receipt at least. */
  private Sent accepted(Context context, byte[] body, String sha) {
    String name = Parameters.text(context, "name");
    List<Acknowledged> all = new Arrivals(desk).take(name.isEmpty() ? "report" : name, body);
    return new Sent(
        sha,
        all.stream().map(Acknowledged::receipt).toList(),
        all.stream().map(one -> one.outcome().label()).toList());
  }

  private void answer(Context context, Sent answer) {
    ObjectNode node = StoreJson.object();
    ArrayNode receipts = node.putArray("items");
    List<String> ids = new ArrayList<>();
    for (int at = 0; at < answer.receipts().size(); at++) {
      ObjectNode receipt = StoreJson.receipt(answer.receipts().get(at));
      receipts.add(receipt.put("outcome", answer.outcomes().get(at)));
      ids.add(answer.receipts().get(at).key());
    }
    node.putNull("next");
    node.put("seq", seq());
    context
        .status(202)
        .header("Location", "/api/v1/receipts/" + Links.escaped(ids.getFirst()))
        .contentType("application/json")
        .result(node.toString().getBytes(StandardCharsets.UTF_8));
  }

  // ---- receipts
  // --------------------------------------------------------------------------------

  private void receipts(Context context) {
    int limit = Answers.limit(context);
    long after =
        Math.max(
            Cursor.number("receipts", Answers.cursor(context)),
            Parameters.number(context, "after", 0, 0, 999_999_999));
    List<Receipt> found = desk.store().read(view -> view.receiptsAfter(after, limit + 1));
    List<Receipt> page = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? Cursor.after("receipts", "" + page.getLast().seq()) : "";
    Answers.list(context, page.stream().map(StoreJson::receipt).toList(), next, seq());
  }

  private void receipt(Context context) {
    String id = context.pathParam("id");
    Receipt receipt =
        desk.store()
            .read(view -> view.receipt(id))
            .orElseThrow(() -> Problem.notFound("there is no receipt " + id));
    Answers.json(context, StoreJson.receipt(receipt));
  }
}
