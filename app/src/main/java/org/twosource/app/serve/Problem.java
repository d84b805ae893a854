package org.twosource.app.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * Why a request was not answered, as RFC 9457 has it: a type that leads to its explanation on the
 * desk itself, a title that is the same for all of a type, and a sentence that says what to do.
 */
public final class Problem extends RuntimeException {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Where the kinds are explained. */
  private static final String TYPES = "/problems#";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String pointer;
  private final long waitSeconds;

  /** What can be in the way. */
  public enum Kind {
    INVALID(400, "The request says something that cannot be; the detail names the place."),
    UNKNOWN_CALLER(401, "The desk has users: sign in, or send a token that is still good."),
    FORBIDDEN(403, "Another site asked, or the token for writing is missing or wrong."),
    NOT_FOUND(404, "There is no such thing, or not any more."),
    METHOD_NOT_ALLOWED(405, "The address is there and is asked in another way; see openapi.yaml."),
    NOT_ACCEPTABLE(406, "The address does not answer in the form asked for."),
    CONFLICTING_DECISION(409, "A decision that holds says the opposite; undo it first."),
    STALE(412, "The thing changed since it was read; read it again."),
    TOO_LARGE(413, "More than a limit of the desk; the detail names the option that moves it."),
    UNKNOWN_FORMAT(415, "The bytes are of no format that this address takes."),
    WRONG_HOST(421, "The desk was asked under a name that it does not have; --host adds one."),
    KEY_USED(422, "The Idempotency-Key belongs to another request; take a new one."),
    TOO_MANY(429, "More requests than one caller may send; Retry-After says how long to wait."),
    FAULT(500, "A fault of the program; please report it."),
    NOT_NOW(503, "The desk reads only, is closing, has too many listeners, or is still at work.");

    private final int status;
    private final String meaning;

    Kind(int status, String meaning) {
      this.status = status;
      this.meaning = meaning;
    }

    public int status() {
      return status;
    }

    public String meaning() {
      return meaning;
    }

    /** {@code Wrong host}. */
    public String title() {
      String words = slug().replace('-', ' ');
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code wrong-host}. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Problem(Kind kind, String detail) {
    this(kind, detail, "", 0);
  }

  private Problem(Kind kind, String detail, String pointer, long waitSeconds) {
    super(detail, null, false, false);
    this.kind = kind;
    this.pointer = pointer;
    this.waitSeconds = waitSeconds;
  }

  public static Problem invalid(String detail) {
    return new Problem(Kind.INVALID, detail);
  }

  /**
   * A field of a body that cannot be so.
   *
   * @param pointer to it, as RFC 6901 has it
   */
  public static Problem invalid(String detail, String pointer) {
    return new Problem(Kind.INVALID, detail, pointer, 0);
  }

  /** Who asks is not known. */
  public static Problem unknown(String detail) {
    return new Problem(Kind.UNKNOWN_CALLER, detail);
  }

  /** Too much of something; the detail gets the seconds to wait at its end. */
  public static Problem tooMany(String detail, long seconds) {
    String wait = seconds == 1 ? " a second" : " " + seconds + " seconds";
    return new Problem(Kind.TOO_MANY, detail + wait, "", seconds);
  }

  public static Problem forbidden(String detail) {
    return new Problem(Kind.FORBIDDEN, detail);
  }

  public static Problem notFound(String detail) {
    return new Problem(Kind.NOT_FOUND, detail);
  }

  public static Problem methodNotAllowed(String method) {
    return new Problem(Kind.METHOD_NOT_ALLOWED, method + " is not answered here");
  }

  public static Problem wrongHost(String host) {
    return new Problem(
        Kind.WRONG_HOST,
        "this desk is not called " + host + "; --host NAME on serve adds a name to those it has");
  }

  public static Problem busy(String detail) {
    return new Problem(Kind.NOT_NOW, detail);
  }

  /** Whether the same request may be answered in a moment. */
  public boolean isPassing() {
    return kind == Kind.NOT_NOW;
  }

  public int status() {
    return kind.status();
  }

  /** What a program that was refused has to know beside the text: names of headers and values. */
  public Map<String, String> headers() {
    return switch (kind) {
      case UNKNOWN_CALLER -> Map.of("WWW-Authenticate", "Bearer realm=\"twosource\"");
      case TOO_MANY -> Map.of("Retry-After", "" + waitSeconds);
      default -> Map.of();
    };
  }

  public String title() {
    return kind.title();
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public String json() {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("type", TYPES + kind.slug());
    node.put("title", title());
    node.put("status", status());
    node.put("detail", detail());
    if (!pointer.isEmpty()) {
      node.putArray("errors").addObject().put("pointer", pointer).put("detail", detail());
    }
    return node.toString();
  }
}
