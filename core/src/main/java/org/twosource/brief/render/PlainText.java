package org.twosource.brief.render;

import java.util.ArrayList;
import java.util.List;

/** Text of a report made fit to stand in a line: nothing in it can steer a terminal or a page. */
public final class PlainText {
  private PlainText() {}

  /**
   * One line: white space runs become one space; control characters, escapes, marks that turn the
   * direction of writing and surrogates without a partner are taken out.
   */
  public static String line(String text) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), 4096));
    boolean gap = false;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = line.length() > 0;
      } else if (isShown(c)) {
        if (gap) {
          line.append(' ');
          gap = false;
        }
        line.appendCodePoint(c);
      }
    }
    return line.toString();
  }

  /** Whether a character may be passed on to a reader. */
  public static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          false;
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  /** At most {@code max} characters, cut at a word where that is near, with an ellipsis. */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    int end = max - 1;
    int space = text.lastIndexOf(' ', end);
    if (space > max * 2 / 3) {
      end = space;
    } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  /** Lines of at most {@code columns} characters, broken between words where there are any. */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > columns) {
      int space = rest.lastIndexOf(' ', columns);
      int end = space > 0 ? space : columns;
      if (space <= 0 && Character.isHighSurrogate(rest.charAt(end - 1))) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** One line in which no character means anything to Markdown or HTML. */
  public static String markdown(String words) {
    String line = line(words);
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if ("\\`*_[]<>|#~&!".indexOf(c) >= 0) {
        escaped.append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : "\\" + c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** With its first letter in upper case. */
  public static String capital(String words) {
    return words.isEmpty()
        ? words
        : new StringBuilder()
            .appendCodePoint(Character.toUpperCase(words.codePointAt(0)))
            .append(words, words.offsetByCodePoints(0, 1), words.length())
            .toString();
  }
}
