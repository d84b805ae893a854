package org.twosource.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Names the findings of one story by their content: a prefix for their kind and eight hexadecimal
 * digits of a SHA-256 over the report and the span of what they first rest on. A second finding of
 * the same content gets {@code -2} behind it, a third {@code -3}. One story, one thread.
 */
public final class ContentIds {
  private static final int HEX_DIGITS = 8;

  private final Set<String> given = new HashSet<>();

  /** The id of a finding that rests on this place first. */
  public String of(char kind, Citation first, String... more) {
    String place = first.report() + "\n" + first.span().start() + "-" + first.span().end() + "\n";
    return free(kind + "-" + hash(place + String.join("\n", more)));
  }

  /** The id of a finding that rests on this whole report first. */
  public String of(char kind, String report) {
    return free(kind + "-" + hash(report));
  }

  /** This id, or with a number behind it where it has been given. */
  public String free(String id) {
    String free = id;
    for (int number = 2; !given.add(free); number++) {
      free = id + "-" + number;
    }
    return free;
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
