package org.twosource.app.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One request to a desk, written by hand so that any header can be sent. */
final class Ask {
  private final int port;
  private final String method;
  private final String path;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = {};

  private Ask(int port, String method, String path) {
    this.port = port;
    this.method = method;
    this.path = path;
    headers.put("Host", "127.0.0.1:" + port);
  }

  static Ask get(int port, String path) {
    return new Ask(port, "GET", path);
  }

  static Ask of(int port, String method, String path) {
    return new Ask(port, method, path);
  }

  Ask with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Ask body(String type, String text) {
    return body(type, text.getBytes(StandardCharsets.UTF_8));
  }

  Ask body(String type, byte[] bytes) {
    body = bytes;
    headers.put("Content-Type", type);
    return this;
  }

  /** What came back; names of headers in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  Answer answer() throws IOException {
    try (Socket socket = sent()) {
      return read(socket.getInputStream().readAllBytes());
    }
  }

  /** Its head alone, of an answer that does not end. */
  Answer head() throws IOException {
    try (Socket socket = sent()) {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          break;
        }
        head.write(next);
      }
      return read(head.toByteArray());
    }
  }

  private Socket sent() throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    try {
      StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
      headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
      head.append("Content-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  private static Answer read(byte[] bytes) throws IOException {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: " + all);
    }
    String[] lines = all.substring(0, end).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
      }
    }
    byte[] body = java.util.Arrays.copyOfRange(bytes, end + 4, bytes.length);
    if ("chunked".equals(headers.get("transfer-encoding")) && body.length > 0) {
      body = joined(body);
    }
    return new Answer(
        Integer.parseInt(lines[0].split(" ")[1]),
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private static byte[] joined(byte[] chunked) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunked.length) {
      int line = at;
      while (chunked[line] != '\r') {
        line++;
      }
      String size = new String(chunked, at, line - at, StandardCharsets.US_ASCII).split(";")[0];
      int length = Integer.parseInt(size.strip(), 16);
      out.write(chunked, line + 2, Math.min(length, chunked.length - line - 2));
      at = line + 2 + length + 2;
    }
    return out.toByteArray();
  }
}
