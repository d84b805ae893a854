package org.twosource.report.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.twosource.report.PartialDate;

/**
 * Reads the forms in which metadata give dates: ISO 8601 and its relatives, RFC 822, Unix seconds.
 */
final class DateForms {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2})(?:[T ]\\s?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?)?)?.{0,12}");
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}+,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3})\\p{L}*[\\s-]+(\\d{4}|\\d{2})(?:\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s*(\\S{1,6})?.{0,30}");
  private static final Pattern AMERICAN =
      Pattern.compile(
          "(?:\\p{L}+,?\\s+)?(\\p{L}{3})\\p{L}*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4}).{0,40}");
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}).{0,20}");
  private static final Pattern UNIX = Pattern.compile("\\d{9,13}");
  private static final int FIRST_YEAR = 1450; // printing

  private static final int LAST_YEAR = 2199;
  private static final List<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.name().substring(0, 3).toLowerCase(Locale.ROOT))
          .toList();

  private DateForms() {}

  /**
   * The date, at the precision given; empty when the text is no date of any known form, or of a
   * year in which nothing was published: 0000 and 9999 stand for no date.
   */
  static Optional<PartialDate> parse(String text) {
    return anyYear(text).filter(DateForms::isOfPrint);
  }

  private static boolean isOfPrint(PartialDate date) {
    int year = date.earliest().getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static Optional<PartialDate> anyYear(String text) {
    String date = text.strip();
    if (date.length() > 80) {
      return Optional.empty();
    }
    Matcher unix = UNIX.matcher(date);
    if (unix.matches()) {
      return unix(date);
    }
    Matcher iso = ISO.matcher(date);
    if (iso.matches() && !BASIC.matcher(date).matches()) {
      return of(
          iso.group(1), iso.group(2), iso.group(3), iso.group(4), iso.group(5), zone(iso.group(7)));
    }
    Matcher basic = BASIC.matcher(date);
    if (basic.matches()) {
      return of(
          basic.group(1),
          basic.group(2),
          basic.group(3),
          basic.group(4),
          basic.group(5),
          zone(basic.group(7)));
    }
    Matcher mail = MAIL.matcher(date);
    if (mail.matches() && month(mail.group(2)) > 0) {
      String year = mail.group(3).length() == 2 ? "20" + mail.group(3) : mail.group(3);
      return of(
          year,
          "" + month(mail.group(2)),
          mail.group(1),
          mail.group(4),
          mail.group(5),
          zone(mail.group(7)));
    }
    Matcher american = AMERICAN.matcher(date);
    if (american.matches() && month(american.group(1)) > 0) {
      return of(
          american.group(3), "" + month(american.group(1)), american.group(2), null, null, "");
    }
    Matcher digits = DIGITS.matcher(date);
    return digits.matches() ? inDigits(digits) : Optional.empty();
  }

  /**
   * Day and month in digits: in order when only one order is possible or full stops divide them.
   */
  private static Optional<PartialDate> inDigits(Matcher digits) {
    int first = Integer.parseInt(digits.group(1));
    int second = Integer.parseInt(digits.group(3));
    boolean dayFirst = first > 12 || digits.group(2).equals(".") || first == second;
    if (!dayFirst && second <= 12) {
      return PartialDate.parse(digits.group(4));
    }
    return of(
        digits.group(4),
        "" + (dayFirst ? second : first),
        "" + (dayFirst ? first : second),
        null,
        null,
        "");
  }

  private static Optional<PartialDate> unix(String digits) {
    try {
      long number = Long.parseLong(digits);
      Instant time =
          digits.length() >= 12 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
      return PartialDate.parse(
          DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'", Locale.ROOT)
              .format(time.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC)));
    } catch (DateTimeException | NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }

  private static String zone(@Nullable String zone) {
    if (zone == null) {
      return "";
    }
    return switch (zone) {
      case "Z", "UTC", "GMT", "UT" -> "Z";
      case "EST" -> "-05:00";
      case "EDT", "AST" -> "-04:00";
      case "CST" -> "-06:00";
      case "CDT" -> "-05:00";
      case "MST" -> "-07:00";
      case "MDT" -> "-06:00";
      case "PST" -> "-08:00";
      case "PDT" -> "-07:00";
      case "BST", "CET" -> "+01:00";
      case "CEST" -> "+02:00";
      default ->
          zone.matches("[+-](?:0\\d|1[0-8]):?[0-5]\\d")
              ? zone.substring(0, 3) + ":" + zone.substring(zone.length() - 2)
              : "";
    };
  }

  private static Optional<PartialDate> of(
      String year,
      @Nullable String month,
      @Nullable String day,
      @Nullable String hour,
      @Nullable String minute,
      String zone) {
    if (month == null) {
      return PartialDate.parse(year);
    }
    String yearMonth = year + "-" + two(month);
    if (day == null) {
      return PartialDate.parse(yearMonth);
    }
    String date = yearMonth + "-" + two(day);
    if (hour == null
        || minute == null
        || Integer.parseInt(hour) >= 24
        || Integer.parseInt(minute) >= 60) {
      return PartialDate.parse(date);
    }
    return PartialDate.parse(date + "T" + two(hour) + ":" + minute + zone);
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
