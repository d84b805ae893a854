package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.twosource.report.Span;

/**
 * One word as names are made of them: hyphenated words are taken apart ("US", "China"), possessive
 * endings are words of their own, abbreviations keep their full stop.
 *
 * @param start offset into the report's body
 * @param end offset into the report's body, exclusive
 * @param lower the text in lower case with straight apostrophes
 * @param join what stands between it and the word before
 */
public record NameWord(int start, int end, String text, String lower, Join join) {

  /** What stands before a word. */
  enum Join {
    /** White space without a paragraph's end. */
    SPACE,
    HYPHEN,
    /** Nothing: a clitic or a number glued to a word. */
    NOTHING,
    /** Any other mark, or the beginning. */
    BREAK
  }

  Span span() {
    return new Span(start, end);
  }

  boolean isCapital() {
    return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
  }

  boolean isAllCapitals() {
    return text.length() > 1
        && text.equals(text.toUpperCase(Locale.ROOT))
        && text.chars().anyMatch(Character::isLetter);
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0));
  }

  boolean isPossessive() {
    return lower.equals("'s") || lower.equals("'");
  }

  /** Whether the two can belong to one name. */
  boolean follows() {
    return join == Join.SPACE || join == Join.HYPHEN;
  }

  /**
   * The words of a stretch of {@code body}.
   *
   * @param abbreviations words that keep their full stop, with it: in lower case for any case, with
   *     a capital for that case only
   */
  static List<NameWord> scan(String body, Span span, Set<String> abbreviations) {
    List<NameWord> words = new ArrayList<>();
    int last = span.start();
    int at = span.start();
    while (at < span.end()) {
      int end = wordEnd(body, at, span.end(), abbreviations);
      if (end == at) {
        at++;
        continue;
      }
      String text = body.substring(at, end);
      words.add(
          new NameWord(
              at,
              end,
              text,
              text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\''),
              words.isEmpty() ? Join.BREAK : join(body, last, at)));
      last = end;
      at = end;
    }
    return words;
  }

  private static Join join(String body, int from, int to) {
    if (from == to) {
      return Join.NOTHING;
    }
    if (to - from == 1 && (body.charAt(from) == '-' || body.charAt(from) == '‑')) {
      return Join.HYPHEN;
    }
    boolean lineEnd = false;
    for (int i = from; i < to; i++) {
      char c = body.charAt(i);
      if (!Character.isWhitespace(c) && c != '\u00a0' || c == '\n' && lineEnd) {
        return Join.BREAK;
      }
      lineEnd |= c == '\n';
    }
    return Join.SPACE;
  }

  private static int wordEnd(String body, int at, int limit, Set<String> abbreviations) {
    char first = body.charAt(at);
    if (isApostrophe(first)) {
      return clitic(body, at, limit);
    }
    if (!Character.isLetterOrDigit(first)) {
      return at;
    }
    int end = at;
    while (end < limit) {
      char c = body.charAt(end);
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        end++;
      } else if (isApostrophe(c) && isInsideName(body, end, limit)) {
        end++;
      } else if (Character.isSurrogate(c)) {
        end++;
      } else {
        break;
      }
    }
    if (end < limit && body.charAt(end) == '.') {
      return withFullStops(body, at, end, limit, abbreviations);
    }
    return end;
  }

  /** "U.S.", "J.", "Corp." keep their full stops. */
  private static int withFullStops(
      String body, int at, int end, int limit, Set<String> abbreviations) {
    if (end - at == 1 && Character.isLetter(body.charAt(at))) {
      int stop = end + 1;
      while (stop + 1 < limit
          && Character.isLetter(body.charAt(stop))
          && body.charAt(stop + 1) == '.') {
        stop += 2;
      }
      if (stop > end + 1) {
        return stop;
      }
      return Character.isUpperCase(body.charAt(at)) ? stop : end;
    }
    if (end - at > 12) {
      return end;
    }
    String abbreviation = body.substring(at, end + 1);
    boolean known =
        abbreviations.contains(abbreviation)
            || abbreviations.contains(abbreviation.toLowerCase(Locale.ROOT));
    return known ? end + 1 : end;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘';
  }

  /** O'Brien, N'Djamena, Sana'a; not Xi's, they're. */
  private static boolean isInsideName(String body, int apostrophe, int limit) {
    if (apostrophe + 1 >= limit || !Character.isLetter(body.charAt(apostrophe + 1))) {
      return false;
    }
    return clitic(body, apostrophe, limit) == apostrophe;
  }

  /** The end of a clitic ('s, 're, 't) that begins here, or the beginning where there is none. */
  private static int clitic(String body, int at, int limit) {
    int end = at + 1;
    while (end < limit && Character.isLetter(body.charAt(end))) {
      end++;
    }
    String letters = body.substring(at + 1, Math.min(end, at + 4)).toLowerCase(Locale.ROOT);
    boolean afterWord = at > 0 && Character.isLetterOrDigit(body.charAt(at - 1));
    boolean clitic =
        afterWord
            && end - at <= 3
            && switch (letters) {
              case "s", "re", "ll", "ve", "d", "m", "t" -> true;
              default -> false;
            };
    if (clitic) {
      return end;
    }
    boolean plural = afterWord && letters.isEmpty() && body.charAt(at - 1) == 's';
    return plural ? at + 1 : at;
  }
}
