package org.twosource.app.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers {@code GET /metrics}, on an address that only this machine reaches. */
public final class MetricsServer implements AutoCloseable {
  private static final String PATH = "/metrics";

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("metrics").factory());
  private final Supplier<Exposition> numbers;

  /**
   * Begins at once.
   *
   * @param port 0 takes one that is free
   * @param numbers asked for on a thread of its own
   * @throws IOException where the port is taken
   */
  public MetricsServer(int port, Supplier<Exposition> numbers) throws IOException {
    this.numbers = numbers;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange to) throws IOException {
    try (to) {
      boolean isAsked =
          to.getRequestMethod().equals("GET") && to.getRequestURI().getPath().equals(PATH);
      byte[] body =
          (isAsked ? numbers.get().toString() : "there is " + PATH + "\n")
              .getBytes(StandardCharsets.UTF_8);
      to.getResponseHeaders().set("Content-Type", isAsked ? Exposition.TYPE : "text/plain");
      to.sendResponseHeaders(isAsked ? 200 : 404, body.length);
      to.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
