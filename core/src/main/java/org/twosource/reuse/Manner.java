package org.twosource.reuse;

import java.util.Locale;

/** How text was reused. */
public enum Manner {
  VERBATIM,
  EDITED,
  REWORDED;

  /** The name used in the result: {@code verbatim}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
