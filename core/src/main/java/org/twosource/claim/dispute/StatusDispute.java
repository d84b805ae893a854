package org.twosource.claim.dispute;

import java.util.Optional;
import org.twosource.annotate.Certainty;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;

/**
 * A plan that a report of a later day tells as done: an update. Reports of one day that differ in
 * this are left alone, for most of them only differ in how sure they sound.
 */
public final class StatusDispute implements DisputeDetector {
  private static final double MIN_LIKENESS = 0.50;

  @Override
  public Optional<DisputedPair> find(Wording a, Wording b, double likeness) {
    Wording plan = a.certainty() == Certainty.PLANNED ? a : b;
    Wording done = plan == a ? b : a;
    if (likeness < MIN_LIKENESS
        || plan.certainty() != Certainty.PLANNED
        || done.certainty() != Certainty.ASSERTED
        || !plan.isOlderThan(done)) {
      return Optional.empty();
    }
    return Optional.of(
        new DisputedPair(
            Dispute.Kind.STATUS,
            Dispute.Resolution.SUPERSEDED,
            said(a).supersededIf(a == plan),
            said(b).supersededIf(b == plan)));
  }

  private static ProposedSide said(Wording wording) {
    return ProposedSide.whole(wording, wording.certainty().label());
  }
}
