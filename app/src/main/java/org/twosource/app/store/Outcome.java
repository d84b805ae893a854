package org.twosource.app.store;

import java.util.Locale;

/** What came of an input; every input has exactly one. */
public enum Outcome {
  /** A report that was not known. */
  STORED,
  /** A changed edition of a known page. */
  VERSION_OF,
  /** A publication that is known already, met again. */
  DUPLICATE_OF,
  /** Nothing that could be read; kept with its bytes and the reason. */
  QUARANTINED;

  /** The name used in the store and in JSON: {@code version-of}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Outcome of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
