package org.twosource.claim.grouping;

import java.util.List;
import org.twosource.claim.Wording;

/**
 * Wordings that make one claim.
 *
 * @param wordings in story order
 * @param related wordings of other families that are like them and are no part of the claim, the
 *     likest first
 */
public record LikeGroup(List<Wording> wordings, List<Alike> related) {
  public LikeGroup {
    wordings = List.copyOf(wordings);
    related = List.copyOf(related);
  }

  /** A wording that is only like others, and how much, 0 to 1. */
  public record Alike(Wording wording, double score) {}
}
