package org.twosource.annotate;

import java.util.Locale;

/** How a statement is put: as a fact, as somebody's words, or with less than certainty. */
public enum Certainty {
  ASSERTED,
  ATTRIBUTED,
  ALLEGED,
  POSSIBLE,
  PLANNED,
  DENIED;

  /**
   * Whether both tell of one of four things: what happened, whoever says so; what may have; what is
   * planned; what is denied.
   */
  public boolean isOneKindWith(Certainty other) {
    return this == other || tellsAFact() && other.tellsAFact();
  }

  private boolean tellsAFact() {
    return this == ASSERTED || this == ATTRIBUTED || this == ALLEGED;
  }

  /** The name used in the result: {@code asserted}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
