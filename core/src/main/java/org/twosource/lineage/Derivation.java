package org.twosource.lineage;

import java.util.List;
import java.util.Locale;
import org.twosource.reuse.Manner;

/**
 * One report made from another text.
 *
 * @param from a report id, or the id of an unseen original ({@link Origin#id()})
 * @param to a report id
 * @param directed whether the direction is known; if not, {@code from} and {@code to} are in
 *     publication order and mean nothing more
 * @param share of {@code to}'s body prose that comes from {@code from}, 0 to 1
 * @param confidence calibrated probability that there is a derivation, 0 to 1
 * @param evidence in words
 */
public record Derivation(
    String from,
    String to,
    boolean directed,
    Degree degree,
    Manner manner,
    double share,
    double confidence,
    List<String> evidence) {
  public Derivation {
    evidence = List.copyOf(evidence);
  }

  /** METER's degrees. */
  public enum Degree {
    WHOLLY,
    PARTIALLY;

    /** The name used in the result: {@code wholly}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
