package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.desk.Events;
import org.twosource.app.store.StorePlace;

/** What programs ask a desk. */
class ApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String STORY = "/api/v1/stories/" + SampleDesk.STORY;
  private static final Path DESCRIPTION =
      Path.of(
          "src", "main", "resources", "org", "twosource", "app", "serve", "api", "openapi.yaml");

  private static DeskServer server;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    server = SampleDesk.open();
  }

  private static JsonNode json(String path) throws IOException {
    Ask.Answer answer = Ask.get(server.port(), path).answer();
    assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private static Ask.Answer post(DeskServer to, String path, String body) throws IOException {
    return Ask.of(to.port(), "POST", path)
        .with("X-Twosource-Token", to.desk().token().text())
        .body("application/json", body)
        .answer();
  }

  @Test
  void everyAddressIsDescribedAndEveryDescriptionHasAnAddress() throws IOException {
    Set<String> described = new TreeSet<>();
    String path = "";
    for (String line : Files.readAllLines(DESCRIPTION)) {
      Matcher address = Pattern.compile("^  (/[^:]*):$").matcher(line);
      Matcher method = Pattern.compile("^    (get|post|put|patch|delete):$").matcher(line);
      if (address.matches()) {
        path = address.group(1);
      } else if (method.matches()) {
        described.add(method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + path);
      }
    }
    Set<String> routed = new TreeSet<>();
    List<String> root =
        List.of("/healthz", "/readyz", "/metrics", "/openapi.yaml", "/result.schema.json", "/mcp");
    for (Route route : server.routes()) {
      if (route.path().startsWith("/api/") || root.contains(route.path())) {
        routed.add(route.method().name() + " " + route.path());
      }
    }
    assertThat(described).isEqualTo(routed);
  }

  @Test
  void theAccountHasTheShapeOfTheResult() throws IOException {
    JsonNode account = json(STORY);
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(json("/result.schema.json"));
    assertThat(schema.validate(account)).isEmpty();
    JsonNode story = account.path("stories").path(0);
    for (String part :
        List.of("claims", "families", "derivations", "passages", "quotations", "brief")) {
      JsonNode list = json(STORY + "/" + part + "?limit=200");
      assertThat(list.path("items").path(0)).as(part).isEqualTo(story.path(part).path(0));
      assertThat(list.path("seq").asLong()).isEqualTo(6);
    }
    String claim = story.path("claims").path(0).path("id").asText();
    assertThat(json(STORY + "/claims/" + claim)).isEqualTo(story.path("claims").path(0));
    assertThat(json(STORY + "/disputes").path("items").path(0).path("claim").asText())
        .startsWith("c");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() throws IOException {
    List<String> ids = new ArrayList<>();
    String next = STORY + "/claims?limit=7";
    int pages = 0;
    while (!next.isEmpty()) {
      Ask.Answer answer = Ask.get(server.port(), next).answer();
      JsonNode page = MAPPER.readTree(answer.body());
      page.path("items").forEach(item -> ids.add(item.path("id").asText()));
      String link = answer.header("link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
      assertThat(page.path("next").isNull()).isEqualTo(next.isEmpty());
      pages++;
    }
    assertThat(pages).isGreaterThan(3);
    assertThat(ids).hasSameSizeAs(new HashSet<>(ids));
    assertThat(ids).hasSize(json(STORY).path("stories").path(0).path("claims").size());
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() throws IOException {
    for (String path : List.of("/api/v1/stories", STORY, STORY + "/brief", "/api/v1/reports")) {
      String tag = Ask.get(server.port(), path).answer().header("etag");
      assertThat(Ask.get(server.port(), path).with("If-None-Match", tag).answer().status())
          .as(path)
          .isEqualTo(304);
    }
  }

  @Test
  void everyErrorIsAProblemWhoseTypeIsExplained() throws IOException {
    String page = Ask.get(server.port(), "/problems").answer().body();
    List<Ask.Answer> errors = new ArrayList<>();
    int port = server.port();
    String token = server.desk().token().text();
    errors.add(Ask.get(port, "/api/v1/nothing").answer());
    errors.add(Ask.get(port, "/api/v1/stories/none").answer());
    errors.add(Ask.get(port, "/api/v1/stories?limit=0").answer());
    errors.add(Ask.get(port, "/api/v1/stories?cursor=abc").answer());
    errors.add(Ask.get(port, "/api/v1/search?q=%22").answer());
    errors.add(Ask.get(port, "/api/v1/events").with("Accept", "text/html").answer());
    errors.add(Ask.of(port, "PUT", "/api/v1/stories").with("X-Twosource-Token", token).answer());
    errors.add(post(server, "/api/v1/decisions", "{"));
    errors.add(post(server, "/api/v1/decisions", "{\"kind\": \"apart\"}"));
    errors.add(post(server, "/api/v1/check", "{\"text\": \"" + "a ".repeat(20_000) + "\"}"));
    errors.add(post(server, "/api/v1/reports", "x".repeat(2 << 20)));
    errors.add(
        Ask.of(port, "POST", "/api/v1/watches")
            .with("Authorization", "Bearer " + token)
            .body("text/plain", "x")
            .answer());
    errors.add(Ask.get(port, "/api/v1/stories").with("Host", "a.example").answer());
    assertThat(errors.stream().map(Ask.Answer::status))
        .containsExactly(404, 404, 400, 400, 400, 406, 405, 400, 400, 413, 413, 415, 421);
    for (Ask.Answer error : errors) {
      assertThat(error.header("content-type")).as(error.body()).contains(Problem.MEDIA_TYPE);
      JsonNode problem = MAPPER.readTree(error.body());
      assertThat(problem.path("status").asInt()).isEqualTo(error.status());
      assertThat(problem.path("detail").asText()).isNotBlank();
      String type = problem.path("type").asText();
      assertThat(type).startsWith("/problems#");
      assertThat(page).contains("id=\"" + type.substring("/problems#".length()) + '"');
    }
  }

  @Test
  void aDraftIsCheckedAgainstTheStore() throws IOException {
    String draft =
        "The deal raises night-shift pay by 6.5 percent. The moon is made of old harbour cranes.";
    Ask.Answer answer =
        post(server, "/api/v1/check", MAPPER.createObjectNode().put("text", draft).toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode items = MAPPER.readTree(answer.body()).path("items");
    assertThat(items).hasSize(2);
    assertThat(items.path(0).path("supported").asBoolean()).isTrue();
    assertThat(items.path(1).path("supported").asBoolean()).isFalse();
  }

  @Test
  void aSentenceOfADraftIsMarkedWhereItIsDisputed() throws IOException {
    JsonNode story = json(STORY).path("stories").path(0);
    JsonNode disputed = null;
    for (JsonNode claim : story.path("claims")) {
      if (disputed == null && claim.path("standing").asText().equals("disputed")) {
        disputed = claim.path("statements").path(0);
      }
    }
    assertThat(disputed).as("the sample has a dispute").isNotNull();
    String body = json("/api/v1/reports/" + disputed.path("report").asText()).path("body").asText();
    String said = body.substring(disputed.path("start").asInt(), disputed.path("end").asInt());
    Ask.Answer answer =
        post(
            server,
            "/api/v1/check",
            MAPPER.createObjectNode().put("text", said).put("story", SampleDesk.STORY).toString());
    JsonNode item = MAPPER.readTree(answer.body()).path("items").path(0);
    assertThat(item.path("supported").asBoolean()).as(answer.body()).isTrue();
    assertThat(item.path("disputed").asBoolean()).as(answer.body()).isTrue();
  }

  @Test
  void twoReportsAreCompared() throws IOException {
    Ask.Answer answer =
        post(
            server,
            "/api/v1/compare",
            "{\"a\": {\"report\": \"01-coast-wire\"}, \"b\": {\"report\": \"04-world-now-24\"}}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(MAPPER.readTree(answer.body()).path("passages")).isNotEmpty();
  }

  // ---- what comes in, over a store of its own
  // -------------------------------------------------------

  private static Ask.Answer send(DeskServer to, String text, String key) throws IOException {
    Ask ask =
        Ask.of(to.port(), "POST", "/api/v1/reports?name=a.txt")
            .with("X-Twosource-Token", to.desk().token().text());
    if (!key.isEmpty()) {
      ask.with("Idempotency-Key", key);
    }
    return ask.body("text/plain", text).answer();
  }

  @Test
  void aReportIsAcknowledgedKeptAndToldToListeners() throws Exception {
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), SampleDesk.options());
        Socket listener = new Socket("127.0.0.1", own.port())) {
      listener.setSoTimeout(20_000);
      String ask =
          "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
              + own.port()
              + "\r\nAccept: text/event-stream\r\n\r\n";
      listener.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      InputStream told = listener.getInputStream();
      until(told, ": listening");

      String wire = Events.reports(1).getFirst().body();
      Ask.Answer first = send(own, wire, "k1");
      assertThat(first.status()).as(first.body()).isEqualTo(202);
      JsonNode receipt =
          MAPPER.readTree(Ask.get(own.port(), first.header("location")).answer().body());
      assertThat(receipt.path("outcome").asText()).isEqualTo("stored");
      assertThat(send(own, wire, "k1").body()).contains("\"stored\"");
      assertThat(send(own, wire + " more", "k1").status()).isEqualTo(422);
      assertThat(send(own, wire, "").body()).contains("\"duplicate-of\"");

      String event = until(told, "data: {");
      assertThat(event).contains("event: story-changed").contains("id: 1~");
      JsonNode stories =
          MAPPER.readTree(Ask.get(own.port(), "/api/v1/stories").answer().body()).path("items");
      assertThat(stories).hasSize(1);
      String report = receipt.path("report").asText();
      Ask.Answer raw = Ask.get(own.port(), "/api/v1/reports/" + report + "/raw").answer();
      assertThat(raw.body()).isEqualTo(wire);
      assertThat(raw.header("content-disposition")).startsWith("attachment");
    }
  }

  private static String until(InputStream in, String text) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = in.read();
      assertThat(next).as(read.toString()).isNotNegative();
      read.append((char) next);
    }
    return read.toString();
  }

  @Test
  void decisionsAreKeptContradictedAndUndone() throws IOException {
    SampleDesk.fill(folder);
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), SampleDesk.options())) {
      String apart = "{\"kind\":\"apart\",\"a\":\"01-coast-wire\",\"b\":\"05-selwyn-signal\"}";
      Ask.Answer made = post(own, "/api/v1/decisions", apart);
      assertThat(made.status()).as(made.body()).isEqualTo(201);
      assertThat(post(own, "/api/v1/decisions", apart.replace("apart", "together")).status())
          .isEqualTo(409);
      assertThat(post(own, "/api/v1/decisions", apart.replace("01-", "x-")).status())
          .isEqualTo(400);
      String where = made.header("location");
      Ask.Answer kept = Ask.get(own.port(), where).answer();
      Ask stale =
          Ask.of(own.port(), "DELETE", where)
              .with("X-Twosource-Token", own.desk().token().text())
              .with("If-Match", "W/\"old\"");
      assertThat(stale.answer().status()).isEqualTo(412);
      Ask undo =
          Ask.of(own.port(), "DELETE", where)
              .with("X-Twosource-Token", own.desk().token().text())
              .with("If-Match", kept.header("etag"));
      assertThat(undo.answer().status()).isEqualTo(204);
      assertThat(
              MAPPER.readTree(Ask.get(own.port(), where).answer().body()).path("undone").asText())
          .startsWith("20");
    }
  }

  @Test
  void figuresCountRequestsByRoute() throws IOException {
    json("/api/v1/stories");
    String text = Ask.get(server.port(), "/metrics").answer().body();
    assertThat(text)
        .contains("twosource_seq 6")
        .contains(
            "twosource_request_seconds_count{method=\"GET\",route=\"/api/v1/stories\",status=\"200\"}");
  }
}
