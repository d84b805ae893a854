package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.DraftScope;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.store.Store;
import org.twosource.app.store.StoredReport;
import org.twosource.brief.Check;
import org.twosource.brief.render.CompareJsonRenderer;
import org.twosource.report.Report;

/** {@code /api/v1/compare} and {@code /api/v1/check}: texts that are not kept. */
public final class TextsResource {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Desk desk;

  public TextsResource(Desk desk) {
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/compare", this::compare), Route.post("/api/v1/check", this::check));
  }

  // ---- two texts
  // -------------------------------------------------------------------------------

  private void compare(Context context) {
    JsonNode body = Answers.body(context);
    Report a = side(body, "a");
    Report b = side(body, "b");
    Answers.json(context, compared(desk, a, b.id().equals(a.id()) ? b.withId(b.id() + "-2") : b));
  }

  static JsonNode compared(Desk desk, Report a, Report b) {
    return written(out -> new CompareJsonRenderer().render(desk.drafts().compare(a, b), out));
  }

  /** A report of the store by its id, or a text by itself. */
  private Report side(JsonNode body, String name) {
    JsonNode side = body.path(name);
    if (side.path("report").isTextual()) {
      return report(desk, side.path("report").asText());
    }
    if (side.path("text").isTextual()) {
      return Report.of(name, DraftScope.checked(desk, side.path("text").asText()));
    }
    throw Problem.invalid("takes {\"report\": ID} or {\"text\": \"...\"}", "/" + name);
  }

  static Report report(Desk desk, String id) {
    return desk.store()
        .read(view -> view.current(id))
        .map(StoredReport::asPage)
        .orElseThrow(() -> Problem.notFound("there is no report " + id));
  }

  // ---- a draft
  // ---------------------------------------------------------------------------------

  private void check(Context context) {
    JsonNode body = Answers.body(context);
    String text = DraftScope.checked(desk, Answers.text(body, "text"));
    List<Report> reports = new ArrayList<>();
    if (body.path("reports").isArray()) {
      body.path("reports").forEach(id -> reports.add(report(desk, id.asText())));
      DraftScope.few(desk, reports.size());
    } else if (body.path("story").isTextual()) {
      reports.addAll(DraftScope.ofStory(desk, body.path("story").asText(), text));
    } else {
      reports.addAll(DraftScope.ofStore(desk, text));
    }
    Answers.json(context, checked(desk, text, reports));
  }

  /** The sentences in the shape of {@code check}, and which reports they were held against. */
  static ObjectNode checked(Desk desk, String text, List<Report> reports) {
    List<Check> checks =
        reports.isEmpty() ? List.of() : desk.drafts().check(Report.of("draft", text), reports);
    ObjectNode answer = StoreJson.object();
    answer.set("items", written(out -> new CompareJsonRenderer().renderChecks(checks, out)));
    answer.putNull("next");
    answer.put("seq", desk.store().read(Store.View::lastReceipt));
    reports.forEach(report -> answer.withArray("/against").add(report.id()));
    return answer;
  }

  /** What a renderer writes. */
  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private static JsonNode written(Writing writing) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writing.to(out);
      return MAPPER.readTree(out.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
