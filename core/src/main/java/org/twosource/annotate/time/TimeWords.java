package org.twosource.annotate.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence cut finer than into tokens: runs of letters, runs of digits, clock times, numeric
 * dates, single marks. Rules for dates work on these, so that "two-day", "third-quarter" and "7:15
 * p.m." look the same whatever the tokens are.
 */
final class TimeWords {
  private static final Pattern UNIT =
      Pattern.compile(
          "(?<iso>(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?)?(?![\\d-]))"
              + "|(?<numeric>(?<![\\d/.-])\\d{1,2}([/.])\\d{1,2}\\3(?:\\d{4}|\\d{2})(?![\\d/]))"
              + "|(?<clock>(?<![\\d.:$])\\d{1,2}(?:[:.][0-5]\\d)?(?::\\d{2})?\\s?(?:[ap]\\.m\\.|[apAP][mM]\\b|[AP]\\.M\\.)"
              + "|(?<![\\d.:])(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:]))"
              + "|(?<rank>\\d{1,4}(?:st|nd|rd|th)\\b)"
              + "|(?<number>\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
              + "|(?<word>\\p{L}++(?:['’](?!s\\b|S\\b)\\p{L}+)*+)"
              + "|(?<clitic>['’]\\p{L}+)"
              + "|(?<mark>\\S)");

  private static final Set<String> DASHES = Set.of("-", "\u2010", "\u2011", "\u2013");

  /** What a unit is by its form. */
  enum Form {
    WORD,
    NUMBER,
    RANK,
    CLOCK,
    DATE,
    MARK
  }

  /**
   * One unit; offsets into the report's body.
   *
   * @param lower its characters, lower case, straight apostrophes
   */
  record Unit(int start, int end, Form form, String text, String lower) {
    boolean isCapital() {
      return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
    }
  }

  private TimeWords() {}

  /**
   * The units of {@code body} between two offsets.
   *
   * @param dotted words that take a full stop with them ("nov.")
   * @param joined words that are two in one ("samstagabend"), with the length of the first
   */
  static List<Unit> of(
      String body, int start, int end, Set<String> dotted, Map<String, Integer> joined) {
    List<Unit> units = new ArrayList<>();
    Matcher matcher = UNIT.matcher(body).region(start, end).useTransparentBounds(true);
    while (matcher.find()) {
      int first = matcher.start();
      int stop = matcher.end();
      Form form = form(matcher);
      String text = matcher.group();
      if (form == Form.WORD
          && stop < end
          && body.charAt(stop) == '.'
          && dotted.contains(lower(text) + ".")) {
        stop++;
        text += ".";
        matcher.region(stop, end);
      }
      int split = joined.getOrDefault(lower(text), 0);
      if (split > 0) {
        String day = text.substring(0, split);
        units.add(new Unit(first, first + split, form, day, lower(day)));
        first += split;
        text = text.substring(split);
      }
      units.add(new Unit(first, stop, form, text, lower(text)));
    }
    return units;
  }

  private static Form form(Matcher matcher) {
    if (matcher.group("iso") != null || matcher.group("numeric") != null) {
      return Form.DATE;
    }
    if (matcher.group("clock") != null) {
      return Form.CLOCK;
    }
    if (matcher.group("rank") != null) {
      return Form.RANK;
    }
    if (matcher.group("number") != null) {
      return Form.NUMBER;
    }
    return matcher.group("word") != null ? Form.WORD : Form.MARK;
  }

  private static String lower(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return DASHES.contains(plain) ? "-" : plain;
  }
}
