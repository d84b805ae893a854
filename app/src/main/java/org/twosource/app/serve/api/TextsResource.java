package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.twosource.app.serve.Desk;
import org.twosource.app.serve.DraftScope;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.Route;
import org.twosource.app.serve.TextJson;
import org.twosource.app.user.Role;
import org.twosource.report.Report;

/** {@code /api/v1/compare} and {@code /api/v1/check}: texts that are not kept. */
public final class TextsResource {
  private final Desk desk;

  public TextsResource(Desk desk) {
    this.desk = desk;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/compare", this::compare).by(Role.READER),
        Route.post("/api/v1/check", this::check).by(Role.READER));
  }

  // ---- two texts
  // -------------------------------------------------------------------------------

  private void compare(Context context) {
    JsonNode body = Answers.body(context);
    Report a = side(body, "a");
    Report b = side(body, "b");
    Answers.json(
        context, TextJson.compared(desk, a, b.id().equals(a.id()) ? b.withId(b.id() + "-2") : b));
  }

  /** A report of the store by its id, or a text by itself. */
  private Report side(JsonNode body, String name) {
    JsonNode side = body.path(name);
    if (side.path("report").isTextual()) {
      return TextJson.report(desk, side.path("report").asText());
    }
    if (side.path("text").isTextual()) {
      return Report.of(name, DraftScope.checked(desk, side.path("text").asText()));
    }
    throw Problem.invalid("takes {\"report\": ID} or {\"text\": \"...\"}", "/" + name);
  }

  // ---- a draft
  // ---------------------------------------------------------------------------------

  private void check(Context context) {
    JsonNode body = Answers.body(context);
    String text = DraftScope.checked(desk, Answers.text(body, "text"));
    List<Report> reports = new ArrayList<>();
    if (body.path("reports").isArray()) {
      body.path("reports").forEach(id -> reports.add(TextJson.report(desk, id.asText())));
      DraftScope.few(desk, reports.size());
    } else if (body.path("story").isTextual()) {
      reports.addAll(DraftScope.ofStory(desk, body.path("story").asText(), text));
    } else {
      reports.addAll(DraftScope.ofStore(desk, text));
    }
    Answers.json(context, TextJson.checked(desk, text, reports));
  }
}
