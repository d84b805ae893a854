package org.twosource.app.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on one loopback address; counts who came. */
public final class LoopbackServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answering> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** What answers. */
  public interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  public LoopbackServer() {
    this("127.0.0.1");
  }

  public LoopbackServer(String address) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 200);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      asked.add(path);
      pages
          .getOrDefault(path, missing -> send(missing, 404, "text/plain", new byte[0]))
          .to(exchange);
    }
  }

  public LoopbackServer on(String path, Answering answering) {
    pages.put(path, answering);
    return this;
  }

  /** A page in UTF-8. */
  public LoopbackServer page(String path, String html) {
    return on(path, to -> send(to, 200, "text/html; charset=utf-8", html));
  }

  public LoopbackServer redirect(String path, String location) {
    return on(
        path,
        to -> {
          to.getResponseHeaders().set("Location", location);
          send(to, 302, "text/plain", "");
        });
  }

  public static void send(HttpExchange to, int status, String type, String text)
      throws IOException {
    send(to, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void send(HttpExchange to, int status, String type, byte[] bytes)
      throws IOException {
    to.getResponseHeaders().set("Content-Type", type);
    to.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      to.getResponseBody().write(bytes);
    }
  }

  /** What a server of this machine answers. */
  public static String get(String address) throws IOException {
    try (var in = java.net.URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** An address on this server, by the number of its host. */
  public String at(String path) {
    return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + path;
  }

  /** The paths that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
