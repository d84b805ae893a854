package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * An operation of the description, and what is right for it on a desk over the sample.
 *
 * @param says what the description says of it
 */
record Operation(String method, String path, JsonNode says) {
  /** Bodies that are right. */
  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/v1/reports", "The quay of Tarn was closed on Monday after a fire.",
          "POST /api/v1/compare",
              "{\"a\":{\"report\":\"01-coast-wire\"},\"b\":{\"report\":\"04-world-now-24\"}}",
          "POST /api/v1/check", "{\"text\":\"The strike lasted 19 days.\"}",
          "POST /api/v1/watches", "{\"kind\":\"outlet\",\"query\":\"Tarn Post\"}",
          "POST /api/v1/decisions",
              "{\"kind\":\"same-name\",\"a\":\"Mara Oldt\",\"b\":\"Minister Oldt\"}",
          "POST /api/v1/sources", "{\"address\":\"https://feeds.example/right\"}",
          "POST /mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");

  /** Questions that are right, of those that need one. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "DELETE /api/v1/sources", "?address=https%3A%2F%2Ffeeds.example%2Fright",
          "GET /api/v1/search", "?q=harbour",
          "GET /api/v1/stories/{id}/changes", "?since=0");

  /** The description that a desk gives of itself. */
  static JsonNode description(int port) throws IOException {
    Object read = new Yaml().load(Ask.get(port, "/openapi.yaml").answer().body());
    return new ObjectMapper().valueToTree(read);
  }

  /** All of a description, in its order. */
  static List<Operation> all(JsonNode description) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
      }
    }
    return operations;
  }

  String name() {
    return method + " " + path;
  }

  Set<Integer> statuses() {
    return says.path("responses").properties().stream()
        .map(response -> Integer.valueOf(response.getKey()))
        .collect(Collectors.toSet());
  }

  /** Whether it takes a parameter; those that several take are named by their reference. */
  boolean takes(String parameter) {
    for (JsonNode one : says.path("parameters")) {
      if (one.path("name").asText().equals(parameter)
          || one.path("$ref").asText().endsWith("/" + parameter)) {
        return true;
      }
    }
    return false;
  }

  boolean hasBody() {
    return says.has("requestBody");
  }

  /** A body that is right; empty where it takes none. */
  String body() {
    return BODIES.getOrDefault(name(), "");
  }

  /**
   * An address that is right.
   *
   * @param made the id of a watch, decision or receipt that is there
   */
  String address(String made) {
    return path.replace("{claim}", "c1")
            .replace("/stories/{id}", "/stories/" + SampleDesk.STORY)
            .replace("/reports/{id}", "/reports/01-coast-wire")
            .replace("{id}", made)
        + QUERIES.getOrDefault(name(), "");
  }

  /** Text as a part of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
