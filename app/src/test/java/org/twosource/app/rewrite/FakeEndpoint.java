package org.twosource.app.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** An OpenAI-compatible endpoint on this machine that answers as a test wants. */
public final class FakeEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

  /** What is sent back, byte for byte. */
  public interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private FakeEndpoint(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          requests.add(new ObjectMapper().readTree(exchange.getRequestBody()));
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          try (exchange) {
            answer.to(exchange);
          } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  /** Answers every sentence with what {@code rewriter} makes of it. */
  public static FakeEndpoint writing(UnaryOperator<String> rewriter) {
    FakeEndpoint[] self = new FakeEndpoint[1];
    self[0] =
        new FakeEndpoint(
            exchange -> send(exchange, 200, completion(rewriter.apply(self[0].lastSentence()))));
    return self[0];
  }

  /** Answers with these bytes. */
  public static FakeEndpoint saying(int status, String body) {
    return new FakeEndpoint(exchange -> send(exchange, status, body));
  }

  /** Answers as it likes. */
  public static FakeEndpoint answering(Answer answer) {
    return new FakeEndpoint(answer);
  }

  /** The answer of such an endpoint whose message is {@code text}. */
  public static String completion(String text) {
    var answer = new ObjectMapper().createObjectNode();
    answer.put("id", "1").put("object", "chat.completion").put("created", 1).put("model", "fake");
    var choice = answer.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    answer
        .putObject("usage")
        .put("prompt_tokens", 1)
        .put("completion_tokens", 1)
        .put("total_tokens", 2);
    return answer.toString();
  }

  public static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** The sentence that was last asked for. */
  private String lastSentence() {
    JsonNode messages = requests.getLast().get("messages");
    JsonNode content = messages.get(messages.size() - 1).get("content");
    String text = content.isTextual() ? content.asText() : content.get(0).get("text").asText();
    return text.lines().skip(1).findFirst().orElseThrow();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
  }

  public List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  /** The authorisation each request came with, {@code null} for none. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
