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

  /** The name used in the result: {@code asserted}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
