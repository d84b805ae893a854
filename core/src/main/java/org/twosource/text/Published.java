package org.twosource.text;

import java.util.Locale;
import java.util.Optional;
import org.twosource.report.PartialDate;

/** The publication date of a report, and where it was taken from. */
public record Published(Optional<PartialDate> date, From from) {

  public static final Published UNKNOWN = new Published(Optional.empty(), From.UNKNOWN);

  public Published {
    if (date.isEmpty() != (from == From.UNKNOWN)) {
      throw new IllegalArgumentException("a date from " + from + ": " + date);
    }
  }

  /** In the order in which they are believed. */
  public enum From {
    METADATA,
    URL,
    TEXT,
    SIBLINGS,
    AS_OF,
    UNKNOWN;

    /** The name used in the result: {@code as-of}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
