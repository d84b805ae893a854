package org.twosource.bench.suite.annotate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The days that a date of any precision covers: a day, week, weekend, month, quarter, half or year,
 * or a range of such ({@code a/b}). Hours are cut off.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
record Days(LocalDate first, LocalDate last) {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_HALF = 6;

  /** Empty for what is no date. */
  static Optional<Days> of(String date) {
    int slash = date.indexOf('/');
    if (slash >= 0) {
      return one(date.substring(0, slash))
          .flatMap(
              from ->
                  one(date.substring(slash + 1))
                      .filter(to -> !to.last.isBefore(from.first))
                      .map(to -> new Days(from.first, to.last)));
    }
    return one(date);
  }

  boolean holds(Days other) {
    return !other.first.isBefore(first) && !other.last.isAfter(last);
  }

  private static Optional<Days> one(String date) {
    int hour = date.indexOf('T');
    String day = hour < 0 ? date : date.substring(0, hour);
    try {
      return parsed(day);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Days> parsed(String day) {
    if (day.matches("\\d{4}-\\d{2}-\\d{2}")) {
      LocalDate date = LocalDate.parse(day);
      return Optional.of(new Days(date, date));
    }
    if (day.matches("\\d{4}-\\d{2}")) {
      return Optional.of(months(YearMonth.parse(day), 1));
    }
    if (day.matches("\\d{4}")) {
      return Optional.of(months(Year.parse(day).atMonth(1), 12));
    }
    if (day.matches("\\d{4}-W\\d{2}(-WE)?")) {
      LocalDate monday =
          LocalDate.parse(day.substring(0, 8) + "-1", DateTimeFormatter.ISO_WEEK_DATE);
      return Optional.of(
          new Days(day.endsWith("WE") ? monday.plusDays(5) : monday, monday.plusDays(6)));
    }
    if (day.matches("\\d{4}-[QH][1-4]")) {
      int length = day.charAt(5) == 'Q' ? MONTHS_OF_QUARTER : MONTHS_OF_HALF;
      int month = (day.charAt(6) - '1') * length + 1;
      return Optional.of(
          months(YearMonth.of(Integer.parseInt(day.substring(0, 4)), month), length));
    }
    return Optional.empty();
  }

  private static Days months(YearMonth from, int count) {
    return new Days(from.atDay(1), from.plusMonths(count - 1).atEndOfMonth());
  }
}
