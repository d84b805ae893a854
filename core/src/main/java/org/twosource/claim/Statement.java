package org.twosource.claim;

import java.util.Optional;
import org.twosource.annotate.Certainty;
import org.twosource.report.Citation;

/**
 * One report's wording of a claim, clause-sized.
 *
 * @param attributedTo entity id of who is said to say it
 * @param informant the words for who is said to say it ("U.S. officials"), also where no entity
 *     stands behind them
 * @param family id of the family that it counts for: that of its report, or of the report it was
 *     taken from, or may have been
 */
public record Statement(
    Citation at,
    Optional<String> attributedTo,
    Optional<String> informant,
    Certainty certainty,
    String family) {

  Statement withFamily(String other) {
    return new Statement(at, attributedTo, informant, certainty, other);
  }

  /** How it is named on a command line, the same in every run: {@code report:12-40}. */
  public String id() {
    return new StatementPlace.At(at).label();
  }
}
