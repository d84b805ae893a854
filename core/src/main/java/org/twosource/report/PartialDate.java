package org.twosource.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar date at the precision that is known: {@code 2023}, {@code 2023-06}, {@code
 * 2023-06-18}, {@code 2023-06-18T04:00Z}.
 *
 * @param iso the ISO 8601 form; never normalised beyond what was known
 */
public record PartialDate(String iso) implements Comparable<PartialDate> {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(T(?:[01]\\d|2[0-4])(?::[0-5]\\d(?::[0-6]\\d)?)?(?:\\.\\d+)?(?:Z|[+-](?:0\\d|1[0-8]):?[0-5]\\d)?)?)?)?");

  /** How much of a date is known. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY,
    TIME
  }

  public PartialDate {
    Matcher form = FORM.matcher(iso);
    if (!form.matches()) {
      throw new IllegalArgumentException("date '" + iso + "' is not yyyy[-mm[-dd[Thh:mm[zone]]]]");
    }
    if (iso.startsWith("0000")) {
      throw new IllegalArgumentException("date '" + iso + "' does not exist");
    }
    if (form.group(2) != null) {
      int month = Integer.parseInt(form.group(2));
      int days =
          month >= 1 && month <= 12
              ? YearMonth.of(Integer.parseInt(form.group(1)), month).lengthOfMonth()
              : 0;
      int day = form.group(3) == null ? 1 : Integer.parseInt(form.group(3));
      if (day < 1 || day > days) {
        throw new IllegalArgumentException("date '" + iso + "' does not exist");
      }
    }
  }

  /** A day; one before the year 1 or after 9999 becomes the nearest of those years. */
  public static PartialDate of(LocalDate day) {
    LocalDate first = LocalDate.of(1, 1, 1);
    LocalDate last = LocalDate.of(9999, 12, 31);
    return new PartialDate(
        (day.isBefore(first) ? first : day.isAfter(last) ? last : day).toString());
  }

  /** The date, or empty when {@code iso} is not one. */
  public static Optional<PartialDate> parse(String iso) {
    try {
      return Optional.of(new PartialDate(iso));
    } catch (IllegalArgumentException notADate) {
      return Optional.empty();
    }
  }

  public Precision precision() {
    return switch (iso.length()) {
      case 4 -> Precision.YEAR;
      case 7 -> Precision.MONTH;
      case 10 -> Precision.DAY;
      default -> Precision.TIME;
    };
  }

  /** The first day this date may mean. */
  public LocalDate earliest() {
    return switch (precision()) {
      case YEAR -> LocalDate.of(Integer.parseInt(iso), 1, 1);
      case MONTH -> YearMonth.parse(iso).atDay(1);
      case DAY, TIME -> LocalDate.parse(iso.substring(0, 10));
    };
  }

  /** The last day this date may mean. */
  public LocalDate latest() {
    return switch (precision()) {
      case YEAR -> LocalDate.of(Integer.parseInt(iso), 12, 31);
      case MONTH -> YearMonth.parse(iso).atEndOfMonth();
      case DAY, TIME -> LocalDate.parse(iso.substring(0, 10));
    };
  }

  /** The day without its time; years and months stay as they are. */
  public PartialDate day() {
    return precision() == Precision.TIME ? new PartialDate(iso.substring(0, 10)) : this;
  }

  /** Whether both may mean the same day. */
  public boolean agreesWith(PartialDate other) {
    return !earliest().isAfter(other.latest()) && !other.earliest().isAfter(latest());
  }

  /** By first possible day, then by the ISO form. */
  @Override
  public int compareTo(PartialDate other) {
    int byDay = earliest().compareTo(other.earliest());
    return byDay != 0 ? byDay : iso.compareTo(other.iso);
  }
}
