package org.twosource.brief.render;

import org.twosource.report.Span;

/**
 * A stretch of a text as W3C Web Annotations name it: by quotation with what is before and after,
 * and by position.
 *
 * @param start <b>Unicode code points</b>, as that standard demands, not UTF-16 code units
 */
public record TextSelectors(String exact, String prefix, String suffix, int start, int end) {
  private static final int CONTEXT_CHARACTERS = 32;

  /**
   * @param span UTF-16 code units
   */
  public static TextSelectors of(String body, Span span) {
    return new TextSelectors(
        span.in(body),
        body.substring(before(body, span.start()), span.start()),
        body.substring(span.end(), after(body, span.end())),
        body.codePointCount(0, span.start()),
        body.codePointCount(0, span.end()));
  }

  /** Context never begins or ends inside a character. */
  private static int before(String body, int start) {
    int from = Math.max(0, start - CONTEXT_CHARACTERS);
    return from > 0 && Character.isLowSurrogate(body.charAt(from)) ? from + 1 : from;
  }

  private static int after(String body, int end) {
    int to = Math.min(body.length(), end + CONTEXT_CHARACTERS);
    return to < body.length() && to > end && Character.isLowSurrogate(body.charAt(to))
        ? to - 1
        : to;
  }
}
