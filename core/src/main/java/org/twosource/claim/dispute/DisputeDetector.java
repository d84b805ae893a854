package org.twosource.claim.dispute;

import java.util.Optional;
import org.twosource.claim.Wording;

/** Looks for one kind of disagreement between two wordings of one claim. */
public interface DisputeDetector {

  /**
   * What the two disagree on, if they do.
   *
   * @param likeness weighted Dice of their words, 0 to 1
   */
  Optional<DisputedPair> find(Wording a, Wording b, double likeness);
}
