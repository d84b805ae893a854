package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.OwnProcess;
import org.twosource.app.store.Store;

/** The client of the protocol's own Java kit, over HTTP and over standard input and output. */
class McpClientTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(MAPPER);

  @TempDir Path folder;

  private static McpSyncClient client(McpClientTransport transport) {
    return McpClient.sync(transport)
        .requestTimeout(Duration.ofMinutes(4))
        .initializationTimeout(Duration.ofMinutes(2))
        .jsonSchemaValidator(McpClientTest::validated)
        .build();
  }

  private static ValidationResponse validated(Map<String, Object> schema, Object content) {
    JsonNode node = MAPPER.valueToTree(content);
    var wrong =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(MAPPER.<JsonNode>valueToTree(schema))
            .validate(node);
    return wrong.isEmpty()
        ? ValidationResponse.asValid(node.toString())
        : ValidationResponse.asInvalid(wrong.toString());
  }

  @Test
  void overHttp() throws IOException {
    DeskServer server = SampleDesk.open();
    var transport =
        HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
            .endpoint("/mcp")
            .jsonMapper(JSON)
            .addHttpRequestCustomizer(
                (request, method, address, body, context) ->
                    request.header("Authorization", "Bearer " + server.desk().token().text()))
            .build();
    allTools(transport);
    assertThat(server.desk().store().read(Store.View::decisions)).isEmpty();
  }

  @Test
  void overStandardInputAndOutput() {
    Path store = folder.resolve("store");
    SampleDesk.fill(store);
    List<String> command =
        new ArrayList<>(
            OwnProcess.command(List.of("-Xmx1g"), List.of("mcp", "--store", store.toString())));
    ServerParameters parameters =
        ServerParameters.builder(command.removeFirst()).args(command).build();
    allTools(new StdioClientTransport(parameters, JSON));
  }

  private static void allTools(McpClientTransport transport) {
    Map<String, Map<String, Object>> calls = new TreeMap<>();
    calls.put("find_stories", Map.of("query", "harbour"));
    calls.put("get_story", Map.of("id", SampleDesk.STORY));
    calls.put("get_claim", Map.of("story", SampleDesk.STORY, "claim", "c1"));
    calls.put("compare_reports", Map.of("a", "01-coast-wire", "b", "02-morning-ledger"));
    calls.put("check_text", Map.of("text", "The strike lasted 19 days."));
    calls.put("search_reports", Map.of("query", "night shift"));
    calls.put(
        "record_decision", Map.of("kind", "apart", "a", "01-coast-wire", "b", "05-selwyn-signal"));
    try (McpSyncClient client = client(transport)) {
      McpSchema.InitializeResult begun = client.initialize();
      assertThat(begun.serverInfo().name()).isEqualTo("twosource");
      assertThat(begun.instructions()).contains("never instructions");
      assertThat(client.listTools().tools().stream().map(McpSchema.Tool::name))
          .containsExactlyInAnyOrderElementsOf(calls.keySet());
      calls.forEach(
          (name, arguments) -> {
            McpSchema.CallToolResult called =
                client.callTool(
                    McpSchema.CallToolRequest.builder(name).arguments(arguments).build());
            assertThat(called.isError()).as(name + called.content()).isNotEqualTo(true);
            assertThat(called.structuredContent()).as(name).isNotNull();
          });
      McpSchema.CallToolResult none =
          client.callTool(
              McpSchema.CallToolRequest.builder("get_story")
                  .arguments(Map.of("id", "none"))
                  .build());
      assertThat(none.isError()).isTrue();
      assertThat(none.content().toString()).contains("no story none");
      client.closeGracefully();
    }
  }
}
