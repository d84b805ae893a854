package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import org.twosource.report.Span;

/**
 * Reads which stretches of a body stand inside quotation marks, marks excluded, from the marks
 * alone. A quotation ends at its closing mark or with its paragraph; a closing mark without an
 * opening one closes a quotation that ran on from the start of the paragraph. Single marks count
 * only where they cannot be apostrophes. One pass over the body; offsets point into it.
 */
final class QuotationMarks {
  private QuotationMarks() {}

  static List<Span> quoted(String body) {
    List<Span> spans = new ArrayList<>();
    int paragraph = 0;
    int open = -1;
    char opened = 0;
    boolean seen = false;
    for (int i = 0; i < body.length(); i++) {
      char mark = body.charAt(i);
      if (mark == '\n') {
        close(spans, body, open, i);
        open = -1;
        seen = false;
        paragraph = i + 1;
      } else if (isMark(mark)) {
        boolean opens = opens(body, i);
        boolean closes = closes(body, i);
        if (open >= 0 && closes && pairs(opened, mark)) {
          close(spans, body, open, i);
          open = -1;
          seen = true;
        } else if (open < 0 && opens) {
          open = i + 1;
          opened = mark;
        } else if (open < 0 && closes && !seen && (isDouble(mark) || endsSpeech(body, i))) {
          close(spans, body, paragraph, i);
          seen = true;
        }
      }
    }
    close(spans, body, open, body.length());
    return List.copyOf(spans);
  }

  private static void close(List<Span> spans, String body, int open, int end) {
    int start = open;
    int stop = end;
    while (start >= 0 && start < stop && Character.isWhitespace(body.charAt(start))) {
      start++;
    }
    while (start >= 0 && stop > start && Character.isWhitespace(body.charAt(stop - 1))) {
      stop--;
    }
    if (start >= 0 && start < stop) {
      spans.add(new Span(start, stop));
    }
  }

  /** A single mark behind a full stop, comma or the like closes speech, not a possessive. */
  private static boolean endsSpeech(String body, int i) {
    return i > 0 && ".,?!".indexOf(body.charAt(i - 1)) >= 0;
  }

  private static boolean isMark(char mark) {
    return isDouble(mark) || mark == '\'' || mark == '‘' || mark == '’';
  }

  private static boolean isDouble(char mark) {
    return "\"“”„«»".indexOf(mark) >= 0;
  }

  private static boolean pairs(char opened, char mark) {
    return isDouble(opened) == isDouble(mark);
  }

  private static boolean opens(String body, int i) {
    char mark = body.charAt(i);
    if (mark == '”' || mark == '’') {
      return false;
    }
    if (mark == '“' || mark == '„' || mark == '«') {
      return true;
    }
    boolean free = i == 0 || Character.isWhitespace(body.charAt(i - 1)) || isOpener(body, i - 1);
    if (mark == '"') {
      return free;
    }
    return free
        && i + 1 < body.length()
        && !Character.isWhitespace(body.charAt(i + 1))
        && !isClitic(body, i);
  }

  /** "'s", "'re" and the like, torn off their word by a tokenised source. */
  private static boolean isClitic(String body, int i) {
    int end = i + 1;
    while (end < body.length() && Character.isLetter(body.charAt(end))) {
      end++;
    }
    return end - i <= 3 && end < body.length() && Character.isWhitespace(body.charAt(end));
  }

  private static boolean isOpener(String body, int i) {
    return "([-–—".indexOf(body.charAt(i)) >= 0 || isDouble(body.charAt(i));
  }

  private static boolean closes(String body, int i) {
    char mark = body.charAt(i);
    if (mark == '“' || mark == '„' || mark == '«' || mark == '‘') {
      return false;
    }
    if (mark == '”' || mark == '»') {
      return true;
    }
    boolean endsHere = i + 1 == body.length() || !Character.isLetterOrDigit(body.charAt(i + 1));
    if (mark == '"') {
      return endsHere;
    }
    return endsHere && i > 0 && !Character.isWhitespace(body.charAt(i - 1));
  }
}
