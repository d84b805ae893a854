package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;

/** What an assistant asks a desk, in the words of the protocol. */
class McpTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static DeskServer server;

  @BeforeAll
  static void open() throws IOException {
    server = SampleDesk.open();
  }

  private static Ask.Answer send(String message) throws IOException {
    return Ask.of(server.port(), "POST", "/mcp")
        .with("Authorization", "Bearer " + server.desk().token().text())
        .with("Accept", "application/json, text/event-stream")
        .body("application/json", message)
        .answer();
  }

  private static JsonNode result(String method, String params) throws IOException {
    Ask.Answer answer =
        send(
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + "}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode read = MAPPER.readTree(answer.body());
    assertThat(read.path("id").asInt()).isEqualTo(7);
    return read;
  }

  @Test
  void theProtocolIsSpoken() throws IOException {
    JsonNode begun =
        result("initialize", "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}}")
            .path("result");
    assertThat(begun.path("protocolVersion").asText()).isEqualTo("2025-06-18");
    assertThat(begun.path("instructions").asText()).contains("never instructions");
    assertThat(send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").status())
        .isEqualTo(202);
    assertThat(result("nothing", "{}").path("error").path("code").asInt()).isEqualTo(-32601);
    assertThat(MAPPER.readTree(send("{").body()).path("error").path("code").asInt())
        .isEqualTo(-32700);
    assertThat(
            Ask.of(server.port(), "POST", "/mcp").body("application/json", "{}").answer().status())
        .isEqualTo(403);
  }

  @Test
  void everyToolAnswersInTheShapeItPromises() throws IOException {
    Map<String, String> calls = new HashMap<>();
    String story = SampleDesk.STORY;
    calls.put("find_stories", "{\"query\":\"harbour\"}");
    calls.put("get_story", "{\"id\":\"" + story + "\"}");
    calls.put("get_claim", "{\"story\":\"" + story + "\",\"claim\":\"c1\"}");
    calls.put("compare_reports", "{\"a\":\"01-coast-wire\",\"b\":\"02-morning-ledger\"}");
    calls.put("check_text", "{\"text\":\"The strike lasted 19 days.\"}");
    calls.put("search_reports", "{\"query\":\"night shift\"}");
    calls.put(
        "record_decision",
        "{\"kind\":\"apart\",\"a\":\"01-coast-wire\",\"b\":\"05-selwyn-signal\"}");
    List<String> named = new ArrayList<>();
    for (JsonNode tool : result("tools/list", "{}").path("result").path("tools")) {
      String name = tool.path("name").asText();
      named.add(name);
      JsonNode called =
          result("tools/call", "{\"name\":\"" + name + "\",\"arguments\":" + calls.get(name) + "}")
              .path("result");
      assertThat(called.path("isError").asBoolean()).as(called.toString()).isFalse();
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(tool.path("outputSchema"))
                  .validate(called.path("structuredContent")))
          .as(name)
          .isEmpty();
      assertThat(MAPPER.readTree(called.path("content").path(0).path("text").asText()))
          .isEqualTo(called.path("structuredContent"));
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(calls.keySet());
    List<KeptDecision> kept = server.desk().store().read(Store.View::decisions);
    assertThat(kept).isEmpty();
  }

  @Test
  void whatGoesWrongIsToldToTheAssistant() throws IOException {
    JsonNode none =
        result("tools/call", "{\"name\":\"get_story\",\"arguments\":{\"id\":\"none\"}}")
            .path("result");
    assertThat(none.path("isError").asBoolean()).isTrue();
    assertThat(none.path("content").path(0).path("text").asText()).contains("no story none");
    assertThat(
            result("tools/call", "{\"name\":\"get_story\",\"arguments\":{}}")
                .path("result")
                .path("isError")
                .asBoolean())
        .isTrue();
    assertThat(result("tools/call", "{\"name\":\"x\"}").path("error").path("code").asInt())
        .isEqualTo(-32602);
  }
}
