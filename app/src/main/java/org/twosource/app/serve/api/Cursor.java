package org.twosource.app.serve.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.twosource.app.serve.Problem;

/** Where the next page of a list begins; a program hands it back and reads nothing into it. */
final class Cursor {
  private static final int MOST = 2_000;

  private Cursor() {}

  /**
   * @param list which list it belongs to
   * @param last what the page ended with
   */
  static String after(String list, String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + "\n" + last).getBytes(StandardCharsets.UTF_8));
  }

  /** What the page before ended with; empty at the beginning. */
  static String last(String list, String cursor) {
    if (cursor.isEmpty()) {
      return "";
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (cursor.length() <= MOST && text.startsWith(list + "\n")) {
        return text.substring(list.length() + 1);
      }
    } catch (IllegalArgumentException notOurs) {
      // told below
    }
    throw Problem.invalid("cursor is not one of this list; begin without one");
  }

  /** The same where pages end with a number; 0 at the beginning. */
  static long number(String list, String cursor) {
    String last = last(list, cursor);
    if (last.isEmpty()) {
      return 0;
    }
    if (last.matches("\\d{1,18}")) {
      return Long.parseLong(last);
    }
    throw Problem.invalid("cursor is not one of this list; begin without one");
  }
}
