package org.twosource.app.serve.page;

import io.javalin.http.Context;
import org.twosource.app.serve.Problem;
import org.twosource.report.Span;

/** What an address says behind its question mark. */
public final class Parameters {
  private Parameters() {}

  /** What is typed; empty where it is not there. */
  public static String text(Context context, String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.strip();
  }

  /**
   * @throws Problem where it is no number of this range
   */
  public static int number(Context context, String name, int otherwise, int min, int max) {
    String value = text(context, name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.matches("\\d{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    }
    throw Problem.invalid(name + " takes " + min + " to " + max + ", not '" + value + "'");
  }

  /** A place as {@code 12-80}; empty at 0 where none is named. */
  static Span span(Context context, String name) {
    String value = text(context, name);
    if (value.isEmpty()) {
      return new Span(0, 0);
    }
    if (value.matches("\\d{1,9}-\\d{1,9}")) {
      int dash = value.indexOf('-');
      int start = Integer.parseInt(value.substring(0, dash));
      int end = Integer.parseInt(value.substring(dash + 1));
      if (start <= end) {
        return new Span(start, end);
      }
    }
    throw Problem.invalid(name + " takes START-END in characters of the text, not '" + value + "'");
  }
}
