package org.twosource.app.serve.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.twosource.app.json.StoreJson;
import org.twosource.app.serve.AnswerTag;
import org.twosource.app.serve.Problem;
import org.twosource.app.serve.page.Links;
import org.twosource.app.serve.page.Parameters;

/** How answers to programs are written, and how their questions are read. */
final class Answers {
  private static final String JSON = "application/json";
  private static final int STANDARD_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  static int limit(Context context) {
    return Parameters.number(context, "limit", STANDARD_LIMIT, 1, MOST_LIMIT);
  }

  static String cursor(Context context) {
    return Parameters.text(context, "cursor");
  }

  /** The tag of a state; it changes with every word of the answer. */
  static String tag(JsonNode node) {
    return AnswerTag.of(node.toString()).text();
  }

  /** Answers, or says that the program has it already. */
  static void json(Context context, JsonNode node) {
    byte[] bytes = node.toString().getBytes(StandardCharsets.UTF_8);
    AnswerTag.of(bytes).answer(context, JSON, bytes);
  }

  /**
   * A page of a list.
   *
   * @param next cursor of the page after it; empty at the end
   */
  static void list(Context context, List<? extends JsonNode> page, String next, long seq) {
    ObjectNode list = StoreJson.object();
    ArrayNode items = list.putArray("items");
    page.forEach(items::add);
    list.put("next", next.isEmpty() ? null : next);
    list.put("seq", seq);
    if (!next.isEmpty()) {
      context.header("Link", "<" + address(context, next) + ">; rel=\"next\"");
    }
    json(context, list);
  }

  /** A whole list in pages of the length asked for. */
  static void pages(Context context, String name, List<? extends JsonNode> all, long seq) {
    int limit = limit(context);
    int from = (int) Math.min(Cursor.number(name, cursor(context)), all.size());
    int to = Math.min(all.size(), from + limit);
    String next = to < all.size() ? Cursor.after(name, "" + to) : "";
    list(context, all.subList(from, to), next, seq);
  }

  private static String address(Context context, String cursor) {
    StringBuilder address = new StringBuilder(context.req().getRequestURI());
    char sign = '?';
    for (var parameter : context.queryParamMap().entrySet()) {
      for (String value : parameter.getValue()) {
        if (!parameter.getKey().equals("cursor") && !parameter.getKey().equals("token")) {
          address.append(sign).append(Links.escaped(parameter.getKey()));
          address.append('=').append(Links.escaped(value));
          sign = '&';
        }
      }
    }
    return address.append(sign).append("cursor=").append(cursor).toString();
  }

  /** The body as a JSON object. */
  static ObjectNode body(Context context) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith(JSON)) {
      throw new Problem(Problem.Kind.UNKNOWN_FORMAT, "this address takes " + JSON);
    }
    try {
      JsonNode node = MAPPER.readTree(new String(context.bodyAsBytes(), StandardCharsets.UTF_8));
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException broken) {
      throw Problem.invalid("the body is no JSON: " + firstLine(broken));
    }
    throw Problem.invalid("the body is no JSON object");
  }

  private static String firstLine(IOException broken) {
    return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
  }

  /** A field of a body that has to be there. */
  static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw Problem.invalid("the field is missing, or is no text", "/" + field);
    }
    return value.asText();
  }

  /** Refuses a change of something that changed since the program read it. */
  static void unchanged(Context context, JsonNode now) {
    String asked = context.header("If-Match");
    if (asked != null && !asked.equals("*") && !asked.equals(tag(now))) {
      throw new Problem(Problem.Kind.STALE, "it changed since you read it; read it again");
    }
  }
}
