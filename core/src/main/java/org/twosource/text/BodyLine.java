package org.twosource.text;

import java.util.ArrayList;
import java.util.List;
import org.twosource.report.Span;

/**
 * One paragraph of a body while its role is being found: a line, or the lines of a hard-wrapped
 * paragraph.
 *
 * @param span offsets into the body, without surrounding white space; not empty
 * @param text the characters at {@code span}; of a long paragraph only its beginning
 * @param normal {@code text} for comparing
 * @param bare {@code normal} without the marks at its end
 * @param words number of words, counted to {@link #COUNTED_WORDS}
 * @param ended whether it ends like a sentence, or goes on in the next line: colon, dash
 * @param afterBlank whether an empty line stands before it
 */
record BodyLine(
    Span span,
    String text,
    String normal,
    String bare,
    int words,
    boolean ended,
    boolean afterBlank) {
  /** A paragraph longer than this is prose; what tells other lines apart is not looked for. */
  static final int SHOWN_CHARACTERS = 700;

  static final int COUNTED_WORDS = 120;

  /** Whether no word of the text goes on over the place {@code length} of {@link #normal}. */
  boolean endsWord(int length) {
    if (length >= normal.length() || !Character.isLetterOrDigit(normal.charAt(length - 1))) {
      return true;
    }
    boolean sameLength = normal.length() == text.length();
    char next = sameLength ? text.charAt(length) : normal.charAt(length);
    return !Character.isLowerCase(next) && !Character.isDigit(next);
  }

  boolean isLong() {
    return span.length() > SHOWN_CHARACTERS;
  }

  static BodyLine of(String body, Span span, boolean afterBlank) {
    int shown = Math.min(span.end(), span.start() + SHOWN_CHARACTERS);
    String text = body.substring(span.start(), shown);
    String normal = Normal.of(text);
    int bareEnd = normal.length();
    while (bareEnd > 0 && " .:;,!?-|>*)\"'".indexOf(normal.charAt(bareEnd - 1)) >= 0) {
      bareEnd--;
    }
    return new BodyLine(
        span,
        text,
        normal,
        normal.substring(0, bareEnd),
        words(body, span),
        ended(body, span),
        afterBlank);
  }

  private static int words(String body, Span span) {
    int words = 0;
    boolean inWord = false;
    for (int i = span.start(); i < span.end() && words < COUNTED_WORDS; i++) {
      boolean letter = Character.isLetterOrDigit(body.charAt(i));
      boolean space = SentenceSplitter.isSpace(body.charAt(i));
      if (letter && !inWord) {
        words++;
        inWord = true;
      } else if (space) {
        inWord = false;
      }
    }
    return words;
  }

  private static boolean ended(String body, Span span) {
    int at = span.end() - 1;
    while (at > span.start() && "”’\"')]»“‘` ".indexOf(body.charAt(at)) >= 0) {
      at--;
    }
    return ".!?…:;—–。！？।؟".indexOf(body.charAt(at)) >= 0;
  }

  // ---- cutting a body into lines
  // -----------------------------------------------------------------

  /** The paragraphs of a body, in order. */
  static List<BodyLine> of(String body) {
    List<BodyLine> lines = new ArrayList<>();
    boolean afterBlank = true;
    int start = 0;
    while (start <= body.length()) {
      int end = lineEnd(body, start);
      Span span = strip(body, start, end);
      if (!span.isEmpty()) {
        lines.add(of(body, span, afterBlank));
        afterBlank = false;
      } else {
        afterBlank = true;
      }
      start = end + breakLength(body, end);
    }
    return isWrapped(body, lines) ? unwrap(body, lines) : lines;
  }

  private static int lineEnd(String body, int start) {
    int end = start;
    while (end < body.length() && !isBreak(body, end)) {
      end++;
    }
    return end;
  }

  /** A line break, or a backslash and an n that a careless export has written for one. */
  private static boolean isBreak(String body, int at) {
    char c = body.charAt(at);
    boolean written =
        c == '\\'
            && at + 1 < body.length()
            && body.charAt(at + 1) == 'n'
            && (at + 2 >= body.length() || !Character.isLowerCase(body.charAt(at + 2)));
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029'
        || written;
  }

  private static int breakLength(String body, int at) {
    if (at >= body.length()) {
      return 1;
    }
    return body.charAt(at) == '\\' || body.startsWith("\r\n", at) ? 2 : 1;
  }

  private static Span strip(String body, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isMargin(body.charAt(start))) {
      start++;
    }
    while (end > start && isMargin(body.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isMargin(char c) {
    return SentenceSplitter.isSpace(c) || Character.isISOControl(c);
  }

  /** Whether lines break in the middle of sentences, as in mails and old wire copy. */
  private static boolean isWrapped(String body, List<BodyLine> lines) {
    int wrapped = 0;
    int pairs = 0;
    for (int i = 1; i < lines.size(); i++) {
      BodyLine before = lines.get(i - 1);
      BodyLine line = lines.get(i);
      if (!line.afterBlank() && before.span().length() > 40 && before.span().length() < 100) {
        pairs++;
        boolean resumes = Character.isLowerCase(body.charAt(line.span().start()));
        wrapped += resumes && !before.ended() ? 1 : 0;
      }
    }
    return wrapped >= 3 && wrapped * 3 > pairs;
  }

  private static List<BodyLine> unwrap(String body, List<BodyLine> lines) {
    List<BodyLine> paragraphs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= lines.size(); i++) {
      boolean ends =
          i == lines.size()
              || lines.get(i).afterBlank()
              || lines.get(i - 1).ended() && lines.get(i - 1).span().length() < 50
              || lines.get(i - 1).span().length() < 40;
      if (ends) {
        BodyLine head = lines.get(first);
        paragraphs.add(
            of(
                body,
                new Span(head.span().start(), lines.get(i - 1).span().end()),
                head.afterBlank()));
        first = i;
      }
    }
    return paragraphs;
  }
}
