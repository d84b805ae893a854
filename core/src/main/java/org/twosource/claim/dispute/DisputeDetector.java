package org.twosource.claim.dispute;

import java.util.Optional;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;

/** Looks for one kind of disagreement between two wordings of one claim. */
public interface DisputeDetector {

  /**
   * What the two disagree on, if they do.
   *
   * @param likeness weighted Dice of their words, 0 to 1
   */
  Optional<Found> find(Wording a, Wording b, double likeness);

  /**
   * A disagreement.
   *
   * @param aSide the words of the first, short
   * @param bSide the words of the second, short
   * @param key equal for the same disagreement between other wordings
   */
  record Found(
      Dispute.Kind kind, Dispute.Resolution resolution, String aSide, String bSide, String key) {

    static Found of(Dispute.Kind kind, Dispute.Resolution resolution, String aSide, String bSide) {
      String first = aSide.compareTo(bSide) <= 0 ? aSide : bSide;
      String second = aSide.compareTo(bSide) <= 0 ? bSide : aSide;
      return new Found(kind, resolution, aSide, bSide, first + " / " + second);
    }
  }
}
