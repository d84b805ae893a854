package org.twosource.claim;

import java.util.List;
import java.util.Locale;

/**
 * Why several reports that state a claim count as one source.
 *
 * @param by what makes them one
 * @param name the family's id, the words for the outlet or informant, or the quotation
 * @param reports ids, in story order
 * @param evidence in words
 */
public record Collapse(By by, String name, List<String> reports, List<String> evidence) {
  public Collapse {
    reports = List.copyOf(reports);
    evidence = List.copyOf(evidence);
  }

  /** What makes several reports one source. */
  public enum By {
    /** They go back to one text. */
    FAMILY,
    /** They are of one outlet, or pass on one. */
    OUTLET,
    /** They pass on one person, body or document. */
    INFORMANT,
    /** They print one quotation. */
    QUOTATION;

    /** The name used in the result: {@code family}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
