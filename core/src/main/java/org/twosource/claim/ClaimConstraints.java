package org.twosource.claim;

import java.util.List;

/**
 * What a reader has decided about which statements state the same; it overrules the evidence. What
 * is in both lists is kept apart.
 *
 * @param together pairs of statements that are one claim
 * @param apart pairs of statements that are not
 */
public record ClaimConstraints(List<Pair> together, List<Pair> apart) {

  public static final ClaimConstraints NONE = new ClaimConstraints(List.of(), List.of());

  public ClaimConstraints {
    together = List.copyOf(together);
    apart = List.copyOf(apart);
  }

  /** Two places; each stands for the one statement of a report that fits it best. */
  public record Pair(StatementPlace a, StatementPlace b) {

    /** The pair as it is written on a command line. */
    public String label() {
      return a.label() + " = " + b.label();
    }
  }
}
