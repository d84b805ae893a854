package org.twosource.annotate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/**
 * A time expression in the sense of TIMEX3.
 *
 * @param span offsets into the report's body
 * @param value the TIMEX3 value ({@code 2023-06-18TMO}, {@code P5Y}, {@code 2023-W24}, {@code
 *     PAST_REF}); empty when it cannot be resolved
 */
public record Timex(Span span, Type type, String value) {
  private static final Pattern DAYS = Pattern.compile("P([0-9]{1,4})([DW])");
  private static final int DAYS_A_WEEK = 7;
  private static final Pattern SPAN =
      Pattern.compile("P(?<clock>T)?(?<count>[0-9]+(\\.[0-9]+)?)(?<unit>[YMWDHS])");

  /** Year, week, day of the week, month, day, hour; what is not told is absent or X. */
  private static final Pattern CALENDAR =
      Pattern.compile(
          "([0-9X]{4})(?:-W([0-9X]{2})(?:-([0-9]))?"
              + "|-([0-9X]{2})(?:-([0-9X]{2}))?)?(?:T([0-9]{2}).*|T[A-Z]+)?");

  /** Six weeks and a month and a half are one span. */
  private static final double ROUGHLY = 1.2;

  /** TIMEX3 types; names are the standard's. */
  public enum Type {
    DATE,
    TIME,
    DURATION,
    SET
  }

  /** The days of a duration in days or weeks, 0 of any other value: "seven days", "a week". */
  public int days() {
    Matcher duration = DAYS.matcher(value);
    return type == Type.DURATION && duration.matches()
        ? Integer.parseInt(duration.group(1)) * (duration.group(2).equals("W") ? DAYS_A_WEEK : 1)
        : 0;
  }

  /**
   * Whether both cannot be one time, by what each of them says: another year, month, day, week or
   * hour, or a span of another length. Of what one of them leaves open nothing is asked.
   */
  public boolean clashes(Timex other) {
    if ((type == Type.DURATION) != (other.type == Type.DURATION)) {
      return false;
    }
    if (type == Type.DURATION) {
      double own = roughDays();
      double its = other.roughDays();
      return own > 0 && its > 0 && Math.max(own, its) > ROUGHLY * Math.min(own, its);
    }
    Matcher one = CALENDAR.matcher(value);
    Matcher two = CALENDAR.matcher(other.value);
    if (!one.matches() || !two.matches()) {
      return false;
    }
    for (int field = 1; field <= one.groupCount(); field++) {
      if (isOther(one.group(field), two.group(field))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOther(@Nullable String one, @Nullable String two) {
    return one != null
        && two != null
        && !one.contains("X")
        && !two.contains("X")
        && !one.equals(two);
  }

  /** The days of a duration, months and years taken as usual; 0 of any other value. */
  private double roughDays() {
    Matcher span = SPAN.matcher(value);
    if (!span.matches()) {
      return 0;
    }
    double count = Double.parseDouble(span.group("count"));
    boolean clock = span.group("clock") != null;
    return count
        * switch (span.group("unit")) {
          case "Y" -> 365;
          case "M" -> clock ? 1 / 1440.0 : 30.4;
          case "W" -> 7;
          case "H" -> 1 / 24.0;
          case "S" -> 1 / 86_400.0;
          default -> 1;
        };
  }

  /** The calendar date of the value, without parts of the day; empty for durations and the like. */
  public Optional<PartialDate> date() {
    if (type == Type.DURATION || type == Type.SET) {
      return Optional.empty();
    }
    int time = value.indexOf('T');
    return PartialDate.parse(time > 0 ? value.substring(0, time) : value);
  }
}
