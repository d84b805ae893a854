package org.twosource.claim.dispute;

import org.twosource.claim.Dispute;

/** Two wordings that do not agree on something. */
record DisputedPair(
    Dispute.Kind kind, Dispute.Resolution resolution, ProposedSide a, ProposedSide b) {

  static DisputedPair open(Dispute.Kind kind, ProposedSide a, ProposedSide b) {
    return new DisputedPair(kind, Dispute.Resolution.OPEN, a, b);
  }

  /** Equal for the same disagreement between other wordings. */
  String key() {
    String first = a.words();
    String second = b.words();
    return first.compareTo(second) <= 0 ? first + " / " + second : second + " / " + first;
  }

  /** The dispute of the claim whose statements at these indices the wordings are. */
  Dispute between(int i, int j) {
    return between(Disputes.between(a.wording(), b.wording()), i, j);
  }

  Dispute between(Dispute.Between who, int i, int j) {
    return new Dispute(kind, who, resolution, a.at(i), b.at(j));
  }
}
