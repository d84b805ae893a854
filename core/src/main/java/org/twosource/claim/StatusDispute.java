package org.twosource.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.twosource.annotate.Certainty;

/**
 * One says that something was done, the other that it is planned or possible. Where the first comes
 * from a report that is not older, it updates the other; else the two only differ in how sure they
 * are.
 */
final class StatusDispute implements DisputeDetector {
  private static final double MIN_LIKENESS = 0.50;

  @Override
  public Optional<Found> find(Wording a, Wording b, double likeness) {
    if (likeness < MIN_LIKENESS || isOpen(a) == isOpen(b) || !isSettled(a) && !isSettled(b)) {
      return Optional.empty();
    }
    Wording open = isOpen(a) ? a : b;
    Wording settled = isOpen(a) ? b : a;
    boolean update =
        open.certainty() == Certainty.PLANNED && day(open).compareTo(day(settled)) <= 0;
    return Optional.of(
        Found.of(
            Dispute.Kind.STATUS,
            update ? Dispute.Resolution.SUPERSEDED : Dispute.Resolution.WORDING,
            Disputes.shorten(a.text()),
            Disputes.shorten(b.text())));
  }

  private static boolean isOpen(Wording wording) {
    return wording.certainty() == Certainty.PLANNED || wording.certainty() == Certainty.POSSIBLE;
  }

  private static boolean isSettled(Wording wording) {
    return wording.certainty() == Certainty.ASSERTED || wording.certainty() == Certainty.ATTRIBUTED;
  }

  private static LocalDate day(Wording wording) {
    return wording
        .annotated()
        .text()
        .published()
        .date()
        .map(org.twosource.report.PartialDate::earliest)
        .orElse(LocalDate.MIN);
  }
}
