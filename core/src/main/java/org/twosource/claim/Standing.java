package org.twosource.claim;

import java.util.Locale;

/** What stands behind a claim. It measures reporting, not truth. */
public enum Standing {
  /** Two or more sources that know it for themselves. */
  CORROBORATED,
  /** Two or more sources that all pass on one person, body, document, quotation or outlet. */
  ONE_INFORMANT,
  /** One source. */
  SINGLE_ORIGIN,
  /** At least one open dispute. */
  DISPUTED;

  /** The name used in the result: {@code single-origin}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
