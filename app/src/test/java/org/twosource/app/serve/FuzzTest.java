package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.StorePlace;

/**
 * Every operation of the description, with parameters and bodies that are right, wrong, long, empty
 * and strange: never a fault, always a status that the description names, errors always as
 * problems.
 */
class FuzzTest {
  private static final int CASES = 2_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "201",
          "999999999999999999999",
          "1e9",
          "NaN",
          "null",
          "true",
          "x".repeat(3_000),
          "../../etc/passwd",
          "..%2f..%2fx",
          "%00",
          "\u0000",
          "é中\uD83D\uDE00",
          "\uD800",
          "' or 1=1 --",
          "\"unclosed",
          "(a OR",
          "date:9999-99-99",
          "{{7*7}}",
          "<b>",
          "a\r\nSet-Cookie: x=1",
          "[]",
          "{}",
          "c1",
          "01-coast-wire",
          SampleDesk.STORY);

  @TempDir static Path folder;
  private static DeskServer server;
  private static JsonNode description;

  @BeforeAll
  static void open() throws IOException {
    SampleDesk.fill(folder);
    server = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
    description = Operation.description(server.port());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String any(Random random, List<String> right) {
    return !right.isEmpty() && random.nextInt(2) == 0
        ? right.get(random.nextInt(right.size()))
        : STRANGE.get(random.nextInt(STRANGE.size()));
  }

  private static List<String> right(String name) {
    return switch (name) {
      case "id", "story" -> List.of(SampleDesk.STORY, "01-coast-wire", "d1", "w1");
      case "claim" -> List.of("c1", "c2");
      case "limit" -> List.of("1", "50", "200");
      case "since", "changed-after" -> List.of("0", "3", "2026-11-28T00:00:00Z");
      case "kind" -> List.of("apart", "together", "second-source", "same-claim");
      case "a", "b" -> List.of("01-coast-wire", "05-selwyn-signal", "02-morning-ledger");
      case "q", "query", "text" -> List.of("harbour", "night shift", "The strike lasted 19 days.");
      default -> List.of();
    };
  }

  private static Ask ask(Operation operation, Random random) throws IOException {
    String path = operation.path();
    StringBuilder query = new StringBuilder();
    Map<String, String> headers = new LinkedHashMap<>();
    for (JsonNode named : operation.says().path("parameters")) {
      JsonNode parameter = resolved(named);
      String name = parameter.path("name").asText();
      String value = any(random, right(name));
      switch (parameter.path("in").asText()) {
        case "path" -> // with nothing there it would be another address
            path = path.replace("{" + name + "}", Operation.encoded(value.isEmpty() ? "x" : value));
        case "query" -> {
          if (random.nextInt(3) > 0) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
            query.append(Operation.encoded(value));
          }
        }
        default -> headers.put(name, value.replaceAll("[^ -~]", "").strip());
      }
    }
    Ask ask = Ask.of(server.port(), operation.method(), path + query);
    headers.forEach((name, value) -> with(ask, name, value));
    ask.with("X-Twosource-Token", server.desk().token().text());
    if (operation.path().equals("/api/v1/events")) {
      ask.with("Accept", "application/json"); // listeners have tests of their own
    }
    if (operation.hasBody()) {
      body(ask, operation, random);
    }
    return ask;
  }

  private static void with(Ask ask, String name, String value) {
    if (!value.isEmpty()) {
      ask.with(name, value);
    }
  }

  private static JsonNode resolved(JsonNode node) {
    String ref = node.path("$ref").asText("");
    return ref.startsWith("#/") ? description.at(ref.substring(1)) : node;
  }

  private static void body(Ask ask, Operation operation, Random random) {
    JsonNode content = operation.says().path("requestBody").path("content");
    String type = content.properties().iterator().next().getKey();
    int kind = random.nextInt(6);
    if (kind == 0) {
      ask.body(
          any(random, List.of("text/plain", "application/json")).replaceAll("[^ -~]", ""),
          STRANGE.get(random.nextInt(STRANGE.size())));
    } else if (kind == 1) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      ask.body(type, bytes);
    } else {
      ObjectNode body = MAPPER.createObjectNode();
      JsonNode schema = content.path(type).path("schema");
      for (Map.Entry<String, JsonNode> named : schema.path("properties").properties()) {
        String field = named.getKey();
        switch (random.nextInt(8)) {
          case 0 -> body.put(field, random.nextInt());
          case 1 -> body.putArray(field).add("x").addNull();
          case 2 -> body.putObject(field).put("report", any(random, right("a")));
          case 3 -> body.putNull(field);
          default -> body.put(field, any(random, right(field)));
        }
      }
      ask.body(type.contains("*") ? "text/plain" : type, body.toString());
    }
  }

  @Test
  void noRequestMakesAFaultAndEveryStatusIsDescribed() throws IOException {
    Random random = new Random(11);
    List<Operation> operations = Operation.all(description);
    assertThat(operations).hasSizeGreaterThan(40);
    Map<String, Integer> statuses = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Operation operation = operations.get(i % operations.size());
      Ask ask = ask(operation, random);
      Ask.Answer answer = ask.answer();
      statuses.merge(answer.status() + "", 1, Integer::sum);
      String where = i + " " + operation.name() + " " + answer.status();
      boolean isDescribed = operation.statuses().contains(answer.status());
      boolean isProblem =
          answer.status() < 400 || answer.header("content-type").contains(Problem.MEDIA_TYPE);
      // what the server itself cannot read as HTTP it refuses before anybody knows the operation
      boolean isNoHttp = answer.status() == 400 && !isProblem;
      if (answer.status() == 500 || !isNoHttp && (!isDescribed || !isProblem)) {
        wrong.add(where + " " + answer.body().substring(0, Math.min(200, answer.body().length())));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(statuses.keySet()).contains("200", "400", "404");
  }

  @Test
  void everyOperationAnswersWhatIsRightAsItsDescriptionSays() throws IOException {
    Map<String, String> made = new TreeMap<>(); // ids by the path before them
    JsonNode receipts =
        MAPPER.readTree(Ask.get(server.port(), "/api/v1/receipts").answer().body()).path("items");
    made.put("/api/v1/receipts/", receipts.path(0).path("id").asText());
    List<Operation> inOrder = new ArrayList<>(Operation.all(description));
    List<String> order = List.of("POST", "GET", "DELETE");
    inOrder.sort(java.util.Comparator.comparingInt(one -> order.indexOf(one.method())));
    for (Operation operation : inOrder) {
      String name = operation.name();
      if (name.endsWith("/events")) {
        continue; // listeners have tests of their own
      }
      String path = operation.address(made.getOrDefault(operation.path().replace("{id}", ""), ""));
      Ask ask = Ask.of(server.port(), operation.method(), path);
      ask.with("X-Twosource-Token", server.desk().token().text());
      if (operation.hasBody()) {
        String right = operation.body();
        ask.body(right.startsWith("{") ? "application/json" : "text/plain", right);
      }
      Ask.Answer answer = ask.answer();
      assertThat(answer.status()).as(name + " " + path + answer.body()).isBetween(200, 299);
      assertThat(operation.statuses()).as(name).contains(answer.status());
      String location = answer.header("location");
      if (operation.method().equals("POST") && !location.isEmpty()) {
        made.put(operation.path() + "/", location.substring(location.lastIndexOf('/') + 1));
      }
    }
  }
}
