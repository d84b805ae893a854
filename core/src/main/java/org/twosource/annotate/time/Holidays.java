package org.twosource.annotate.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The days of one holiday, by the rule that the language file gives it:
 *
 * <ul>
 *   <li>{@code 12-25}: that day of every year
 *   <li>{@code 11:4x4}: the fourth Thursday of November; {@code 5:-1x1} the last Monday of May;
 *       {@code 11:4x4+1} the day after
 *   <li>{@code easter-2}: two days before Easter Sunday, by the Gregorian rule (Meeus, Jones,
 *       Butcher)
 *   <li>{@code hijri:10-1}: the first day of the tenth month of the calendar of Umm al-Qura; {@code
 *       hijri:9} the month that holds most of its ninth
 *   <li>{@code days:2024-11-01,2025-10-20}: these days, where no short rule tells them
 * </ul>
 */
final class Holidays {
  private static final int ISLAMIC_YEARS_BEFORE = 622;
  private static final int MIDDLE = 15;

  private final IntFunction<List<LocalDate>> days;
  private final boolean month;

  private Holidays(IntFunction<List<LocalDate>> days, boolean month) {
    this.days = days;
    this.month = month;
  }

  static Holidays of(String rule) {
    if (rule.startsWith("easter")) {
      int shift = rule.length() > 6 ? Integer.parseInt(rule.substring(6)) : 0;
      return new Holidays(year -> List.of(easter(year).plusDays(shift)), false);
    }
    if (rule.startsWith("hijri:")) {
      String[] parts = rule.substring(6).split("-");
      int month = Integer.parseInt(parts[0]);
      int day = parts.length > 1 ? Integer.parseInt(parts[1]) : MIDDLE;
      return new Holidays(year -> islamic(year, month, day), parts.length == 1);
    }
    if (rule.startsWith("days:")) {
      List<LocalDate> all =
          Arrays.stream(rule.substring(5).split(",")).map(LocalDate::parse).toList();
      return new Holidays(
          year -> all.stream().filter(day -> day.getYear() == year).toList(), false);
    }
    int colon = rule.indexOf(':');
    if (colon > 0) {
      int month = Integer.parseInt(rule.substring(0, colon));
      String[] parts = rule.substring(colon + 1).split("[x+]");
      int count = Integer.parseInt(parts[0]);
      int weekday = Integer.parseInt(parts[1]);
      int shift = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      return new Holidays(
          year -> List.of(nth(YearMonth.of(year, month), weekday, count).plusDays(shift)), false);
    }
    int month = Integer.parseInt(rule.substring(0, 2));
    int day = Integer.parseInt(rule.substring(3));
    return new Holidays(year -> List.of(LocalDate.of(year, month, day)), false);
  }

  /** Its first day in a year, as a value; empty text where it has none or none is known. */
  String in(int year) {
    return days.apply(year).stream().findFirst().map(this::value).orElse("");
  }

  /** Its first day not before {@code first}. */
  String from(LocalDate first) {
    return List.of(0, 1, 2).stream()
        .flatMap(ahead -> days.apply(first.getYear() + ahead).stream())
        .filter(day -> !day.isBefore(first))
        .findFirst()
        .map(this::value)
        .orElse("");
  }

  private String value(LocalDate day) {
    return month ? YearMonth.from(day).toString() : day.toString();
  }

  /**
   * The n-th of a weekday in a month, from the end where n is negative; of a fifth there may be
   * none, and the day lies in the next month.
   */
  static LocalDate nth(YearMonth month, int weekday, int n) {
    return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(n, DayOfWeek.of(weekday)));
  }

  private static List<LocalDate> islamic(int year, int month, int day) {
    List<LocalDate> found = new ArrayList<>();
    int about = (int) Math.floor((year - ISLAMIC_YEARS_BEFORE) * 33 / 32.0);
    for (int islamic = about - 1; islamic <= about + 2; islamic++) {
      HijrahDate start;
      try {
        start = HijrahDate.of(islamic, month, 1);
      } catch (java.time.DateTimeException outOfTheCalendar) {
        continue;
      }
      LocalDate date = LocalDate.from(start.plus(day - 1L, ChronoUnit.DAYS));
      if (date.get(ChronoField.YEAR) == year) {
        found.add(date);
      }
    }
    return found;
  }

  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 19 * l) / 433;
    int month = (h + l - 7 * m + 90) / 25;
    return LocalDate.of(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
  }
}
