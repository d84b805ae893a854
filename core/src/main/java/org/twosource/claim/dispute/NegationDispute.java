package org.twosource.claim.dispute;

import java.util.Optional;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;

/** One says that something is so, the other that it is not. */
public final class NegationDispute implements DisputeDetector {
  /** The answers to whether something is so. */
  static final String SO = "so";

  static final String NOT_SO = "not so";

  /** Wordings less alike than this may negate something else. */
  private static final double MIN_LIKENESS = 0.60;

  /** Two parties, of whom one denies, seldom use the same words. */
  private static final double MIN_PARTY_LIKENESS = 0.40;

  /** Content words that both must have, so that they speak of one thing. */
  private static final int MIN_SHARED = 3;

  @Override
  public Optional<Difference> find(Wording a, Wording b, double likeness) {
    if (likeness < (a.isOfAnotherParty(b) ? MIN_PARTY_LIKENESS : MIN_LIKENESS)
        || isNegative(a) == isNegative(b)
        || a.words().stream().filter(b.words()::contains).count() < MIN_SHARED
        || a.report() == b.report() && !a.isOfAnotherParty(b)
        || holdsNegation(isNegative(a) ? b : a)
        || a.isOfOneInformant(b)
        || isUncertain(a, b)) {
      return Optional.empty();
    }
    return Optional.of(Difference.open(Dispute.Kind.NEGATION, said(a), said(b)));
  }

  private static Said said(Wording wording) {
    return Said.whole(wording, isNegative(wording) ? NOT_SO : SO);
  }

  private static boolean isNegative(Wording wording) {
    return wording.negated() != (wording.certainty() == Certainty.DENIED);
  }

  /** Whether a word that turns or rejects something stands in it, whatever it governs. */
  public static boolean holdsNegation(Wording wording) {
    return wording.annotated().cuesIn(wording.span()).stream()
        .anyMatch(cue -> cue.kind() == Cue.Kind.NEGATION || cue.kind() == Cue.Kind.DENIAL);
  }

  private static boolean isUncertain(Wording a, Wording b) {
    return a.certainty() == Certainty.POSSIBLE
        || b.certainty() == Certainty.POSSIBLE
        || a.certainty() == Certainty.PLANNED
        || b.certainty() == Certainty.PLANNED;
  }
}
