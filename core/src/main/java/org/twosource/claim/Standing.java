package org.twosource.claim;

import java.util.Locale;

/** What stands behind a claim. It measures reporting, not truth. */
public enum Standing {
  /** Two or more families, not all passing on one outlet or informant. */
  CORROBORATED,
  /** One family, or several that pass on one outlet or informant. */
  SINGLE_ORIGIN,
  /** At least one open dispute. */
  DISPUTED;

  /** The name used in the result: {@code single-origin}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
