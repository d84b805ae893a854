package org.twosource.bench.stance;

import java.util.Locale;

/** What a text makes of a claim (Ferreira and Vlachos 2016). */
public enum Stance {
  /** Takes it for true. */
  FOR,
  /** Passes it on without taking it for true or false. */
  OBSERVING,
  /** Takes it for false. */
  AGAINST;

  /** The name used in the data: {@code observing}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
