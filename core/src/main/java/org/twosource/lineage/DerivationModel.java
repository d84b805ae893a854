package org.twosource.lineage;

import org.twosource.lineage.Derivation.Degree;
import org.twosource.reuse.LinearModel;

/**
 * How probable it is that of two reports one was made from the other, or both from a third text.
 *
 * <p>A logistic regression over {@link PairEvidence#FEATURES}: the rarity of the prose words shared
 * closely and not by everybody, how close the shared sentences are, the share of the smaller report
 * that they make up, the longest stretch in the same words, and whether both have the same
 * sentences in order. Speech, posts, captions and furniture count for nothing. Learned from
 * labelled real pairs; see the card.
 */
final class DerivationModel {
  private static final LinearModel MODEL =
      LinearModel.load("/org/twosource/weights/derivation.tsv", PairEvidence.FEATURES);

  /**
   * From this share of the prose on, all of a report comes from the other; see the lineage suite.
   */
  private static final double WHOLLY = .85;

  private DerivationModel() {}

  /** Calibrated, 0 to 1; 0 when nothing tells of copying. */
  static double confidence(PairEvidence evidence) {
    return evidence.isAny() ? MODEL.probability(evidence.features()) : 0;
  }

  /** The degree for a share of the prose, 0 to 1. */
  static Degree degree(double share) {
    return share >= WHOLLY ? Degree.WHOLLY : Degree.PARTIALLY;
  }
}
