package org.twosource.claim.dispute;

import java.util.List;
import org.twosource.annotate.Timex;
import org.twosource.claim.Amount;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Wording;
import org.twosource.report.Span;

/**
 * One side of a dispute while it is looked for.
 *
 * @param span of the words; offsets into the report's body
 * @param answer equal for equal answers
 */
record ProposedSide(Wording wording, Span span, String answer, boolean superseded) {

  /** The whole wording, as an answer to whether or how something is. */
  static ProposedSide whole(Wording wording, String answer) {
    return new ProposedSide(wording, wording.span(), answer, false);
  }

  static ProposedSide of(Wording wording, Timex timex) {
    return new ProposedSide(wording, timex.span(), timex.value(), false);
  }

  /**
   * @param span the amount with the noun behind it
   */
  static ProposedSide of(Wording wording, Amount amount, Span span) {
    return new ProposedSide(wording, span, amount.answer(), false);
  }

  /** As one that a later report has overtaken, if {@code so}. */
  ProposedSide supersededIf(boolean so) {
    return new ProposedSide(wording, span, answer, so);
  }

  String words() {
    return span.in(wording.annotated().body()).strip().replaceAll("\\s+", " ");
  }

  /** As a side of the claim whose statement at this index the wording is. */
  DisputeSide at(int statement) {
    return new DisputeSide(List.of(statement), span, words(), answer, superseded);
  }
}
