package org.twosource.claim;

import java.util.List;
import org.twosource.report.Citation;

/**
 * What a reader has decided about which statements state the same; it overrules the evidence.
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

  /** Two places; each stands for every statement whose span touches it. */
  public record Pair(Citation a, Citation b) {}
}
