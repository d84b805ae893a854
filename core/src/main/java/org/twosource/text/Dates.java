package org.twosource.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.PartialDate;

/**
 * Finds full calendar dates written out in a text: {@code 2023-06-18}, {@code June 18, 2023},
 * {@code 18 June 2023}, {@code 18.06.2023}, {@code 2023年6月18日}. The names of months are those of
 * English and of the text's language, or beginnings of them of three letters or more. A date in
 * digits of which the order of day and month is open ({@code 05/06/2023}) is not taken.
 */
public final class Dates {
  private static final String MONTH_NAME = "(\\p{L}{3,12})\\.?";
  private static final String YEAR = "((?:19|20)\\d\\d)(?!\\d)";
  private static final Pattern ISO =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)"
              + "(?:[T ](\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?: ?(Z|[+-]\\d{2}:?\\d{2}))?)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b" + MONTH_NAME + "\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?\\s?,?\\s{1,3}" + YEAR);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º)?\\s(?:de\\s|of\\s)?"
              + MONTH_NAME
              + ",?\\s(?:de\\s)?"
              + YEAR);
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2" + YEAR);
  private static final Pattern IDEOGRAPHS =
      Pattern.compile("((?:19|20)\\d\\d) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");

  private final List<List<String>> months = new ArrayList<>();
  private final Set<String> weekdays = new LinkedHashSet<>();
  private final Set<String> beside = new LinkedHashSet<>();

  public Dates(String language) {
    // English names are those of the enums; only other languages load the tables of the platform
    Optional<Locale> other =
        Optional.of(language)
            .filter(code -> !code.equals("en") && !code.equals(LanguageGuess.UNDETERMINED))
            .map(Locale::forLanguageTag);
    for (String code : List.of("en", language)) {
      Language.find(code).stream()
          .flatMap(found -> found.words("beside-dates").stream())
          .forEach(word -> beside.add(Normal.of(word)));
    }
    for (Month month : Month.values()) {
      Set<String> names = new LinkedHashSet<>(Set.of(Normal.of(month.name())));
      for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
        other.ifPresent(locale -> names.add(Normal.of(month.getDisplayName(style, locale))));
      }
      months.add(List.copyOf(names));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      weekdays.add(Normal.of(day.name()));
      other.ifPresent(
          locale -> weekdays.add(Normal.of(day.getDisplayName(TextStyle.FULL, locale))));
    }
  }

  /** A date found: offsets into the text searched, and what it means. */
  public record Found(int start, int end, PartialDate date) {}

  /** Every full date in the text, in order. */
  public List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    for (Pattern form : List.of(ISO, MONTH_FIRST, DAY_FIRST, DIGITS, IDEOGRAPHS)) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        read(form, matcher)
            .ifPresent(date -> found.add(new Found(matcher.start(), matcher.end(), date)));
      }
    }
    found.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
    return found;
  }

  /** The date that begins exactly at {@code offset}. */
  Optional<Found> at(String text, int offset) {
    return in(text).stream().filter(found -> found.start() == offset).findFirst();
  }

  private Optional<PartialDate> read(Pattern form, Matcher matcher) {
    if (form == ISO) {
      String time = matcher.group(4) == null ? "" : "T" + matcher.group(4);
      String zone = time.isEmpty() || matcher.group(5) == null ? "" : matcher.group(5);
      return date(
          matcher.group(1), number(matcher.group(2)), number(matcher.group(3)), time + zone);
    }
    if (form == MONTH_FIRST) {
      return date(matcher.group(3), month(matcher.group(1)), number(matcher.group(2)), "");
    }
    if (form == DAY_FIRST) {
      return date(matcher.group(3), month(matcher.group(2)), number(matcher.group(1)), "");
    }
    if (form == IDEOGRAPHS) {
      return date(matcher.group(1), number(matcher.group(2)), number(matcher.group(3)), "");
    }
    int first = number(matcher.group(1));
    int second = number(matcher.group(3));
    boolean dayFirst = first > 12 || first == second || matcher.group(2).equals(".");
    boolean open = !dayFirst && second <= 12;
    return open
        ? Optional.empty()
        : date(matcher.group(4), dayFirst ? second : first, dayFirst ? first : second, "");
  }

  private static Optional<PartialDate> date(String year, int month, int day, String time) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    return PartialDate.parse(String.format(Locale.ROOT, "%s-%02d-%02d%s", year, month, day, time));
  }

  /** 1 to 12; 0 when the word names no month. */
  private int month(String word) {
    String name = Normal.of(word);
    for (int i = 0; i < months.size(); i++) {
      if (months.get(i).stream().anyMatch(full -> full.startsWith(name))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** Whether a line holds a date and nothing but what stands beside one. */
  boolean isOnlyADate(String line) {
    if (line.length() > 100) {
      return false;
    }
    List<Found> found = in(line);
    if (found.isEmpty()) {
      return false;
    }
    String rest = line;
    for (Found date : found.reversed()) {
      if (date.end() <= rest.length()) {
        rest = rest.substring(0, date.start()) + ' ' + rest.substring(date.end());
      }
    }
    for (String word : Normal.of(rest).split("[^\\p{L}]+")) {
      if (!word.isEmpty() && !beside.contains(word) && !isWeekday(word)) {
        return false;
      }
    }
    return true;
  }

  /** A text without the weekday, and what separates it, at its end. */
  String withoutWeekdayAtEnd(String text) {
    String rest = text.replaceAll("[\\s,;|·–—-]+$", "");
    int last = rest.length();
    while (last > 0 && Character.isLetter(rest.charAt(last - 1))) {
      last--;
    }
    return isWeekday(Normal.of(rest.substring(last))) ? rest.substring(0, last) : rest;
  }

  private boolean isWeekday(String word) {
    return weekdays.contains(word)
        || word.length() >= 3 && weekdays.stream().anyMatch(day -> day.startsWith(word));
  }

  /** Whether a text names a day in full: "Friday, April 27, 2018". */
  boolean namesADayInFull(String text) {
    String normal = Normal.of(text);
    if (weekdays.stream().noneMatch(normal::contains)) {
      return false;
    }
    return in(text).stream()
        .anyMatch(
            found -> {
              String[] before = text.substring(0, found.start()).split("[^\\p{L}]+");
              return before.length > 0 && weekdays.contains(Normal.of(before[before.length - 1]));
            });
  }

  /** Whether a line, in its normal form, names a day: a weekday or a full date. */
  boolean namesADay(String normal) {
    for (String word : normal.split("[^\\p{L}]+")) {
      if (weekdays.contains(word)) {
        return true;
      }
    }
    return !in(normal).isEmpty();
  }
}
