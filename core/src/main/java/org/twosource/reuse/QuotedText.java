package org.twosource.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.report.Span;

/**
 * Which characters of a body stand in quotation marks: what the annotations call quoted, and what
 * marks of the body enclose, double ones and single ones that are no apostrophes; and embedded
 * posts signed with a handle. A quotation in double marks that is not closed before the paragraph
 * ends ends there; so does one in single marks that begins a paragraph, for it goes on in the next.
 */
public final class QuotedText {
  /** A quotation longer than this was never closed. */
  private static final int MAX_CHARACTERS = 1_500;

  /** Below an embedded post: a dash, its author, the author's handle and the day. */
  private static final Pattern SIGNATURE =
      Pattern.compile("[—–-]\\s?[^\\n—–]{1,60}\\(@\\w{1,30}\\)\\s+\\p{L}+ \\d{1,2}, \\d{4}");

  /** Characters from the handle to either end of a signature. */
  private static final int MAX_SIGNATURE = 80;

  private final List<Span> spans;

  private QuotedText(List<Span> spans) {
    this.spans = spans;
  }

  public static QuotedText of(Annotated report) {
    List<Span> spans = new ArrayList<>(marked(report.body()));
    for (Attribution said : report.attributions()) {
      spans.addAll(said.quoted());
    }
    spans.sort(null);
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      int last = merged.size() - 1;
      if (last >= 0 && span.start() <= merged.get(last).end()) {
        merged.set(last, merged.get(last).union(span));
      } else {
        merged.add(span);
      }
    }
    return new QuotedText(merged);
  }

  /** Whether any of these characters is quoted. */
  public boolean touches(Span span) {
    for (Span quoted : spans) {
      if (quoted.overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the character at {@code offset} is quoted. */
  public boolean holds(int offset) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = spans.get(middle);
      if (offset < span.start()) {
        high = middle - 1;
      } else if (offset >= span.end()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  private static List<Span> marked(String body) {
    List<Span> spans = posts(body);
    int open = -1;
    char opened = 0;
    char[] letters = body.toCharArray();
    for (int at = 0; at < letters.length; at++) {
      char mark = letters[at];
      if (mark == ' ' || mark >= '(' && mark <= 'z') {
        continue; // no mark has such a number
      }
      if (mark == '\n') {
        boolean unclosed = open >= 0 && (!isSingle(opened) || beginsLine(body, open - 1));
        if (unclosed && at - open <= MAX_CHARACTERS) {
          spans.add(new Span(open, at));
        }
        open = -1;
      } else if (open < 0 && opens(body, at)) {
        open = at + 1;
        opened = mark;
      } else if (open >= 0 && closes(body, at, opened)) {
        if (at - open <= MAX_CHARACTERS) {
          spans.add(new Span(open, at));
        }
        open = -1;
      }
    }
    return spans;
  }

  /** Lines that are posts of a network, signed by their author. */
  private static List<Span> posts(String body) {
    List<Span> spans = new ArrayList<>();
    for (int handle = body.indexOf("(@"); handle >= 0; handle = body.indexOf("(@", handle + 1)) {
      int line = body.lastIndexOf('\n', handle) + 1;
      int end = Math.min(body.length(), handle + MAX_SIGNATURE);
      Matcher signature =
          SIGNATURE.matcher(body).region(Math.max(line, handle - MAX_SIGNATURE), end);
      if (handle - line <= MAX_CHARACTERS && signature.find()) {
        spans.add(new Span(line, signature.end()));
      }
    }
    return spans;
  }

  private static boolean beginsLine(String body, int at) {
    return at == 0 || body.charAt(at - 1) == '\n';
  }

  private static boolean opens(String body, int at) {
    char mark = body.charAt(at);
    if (isSingle(mark)) {
      return mark != '\u2019' && !isLetter(body, at - 1) && isLetter(body, at + 1);
    }
    return mark == '\u201c' || mark == '"' || mark == '\u00ab';
  }

  private static boolean closes(String body, int at, char opened) {
    char mark = body.charAt(at);
    if (isSingle(opened)) {
      return (mark == '\'' || mark == '\u2019')
          && !isLetter(body, at + 1)
          && !Character.isWhitespace(body.charAt(at - 1));
    }
    return mark == '\u201d' || mark == '"' || mark == '\u00bb';
  }

  private static boolean isSingle(char mark) {
    return mark == '\'' || mark == '\u2018' || mark == '\u2019';
  }

  private static boolean isLetter(String body, int at) {
    return at >= 0 && at < body.length() && Character.isLetterOrDigit(body.charAt(at));
  }
}
