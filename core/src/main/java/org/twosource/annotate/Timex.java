package org.twosource.annotate;

import java.util.Optional;
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

  /** TIMEX3 types; names are the standard's. */
  public enum Type {
    DATE,
    TIME,
    DURATION,
    SET
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
