package org.twosource.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Why a request was not answered, as RFC 9457 has it: a type that leads to docs/problems.md, a
 * title that is the same for all of a type, and a sentence that says what to do.
 */
public final class Problem extends RuntimeException {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Where the types are explained. */
  private static final String TYPES = "https://twosource.org/problems#";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;

  public Problem(int status, String title, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
  }

  public static Problem invalid(String detail) {
    return new Problem(400, "Invalid request", detail);
  }

  public static Problem forbidden(String detail) {
    return new Problem(403, "Forbidden", detail);
  }

  public static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  public static Problem methodNotAllowed(String method) {
    return new Problem(405, "Method not allowed", method + " is not answered here");
  }

  public static Problem wrongHost(String host) {
    return new Problem(
        421,
        "Wrong host",
        "this desk is not called " + host + "; --host NAME on serve adds a name to those it has");
  }

  public static Problem busy(String detail) {
    return new Problem(503, "Not now", detail);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** {@code wrong-host}. */
  private String slug() {
    return title.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  public String json() {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", TYPES + slug());
    node.put("title", title);
    node.put("status", status);
    node.put("detail", detail());
    return node.toString();
  }
}
