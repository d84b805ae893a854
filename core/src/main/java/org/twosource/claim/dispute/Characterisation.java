package org.twosource.claim.dispute;

import java.util.Optional;
import java.util.Set;
import org.twosource.claim.Informant;
import org.twosource.claim.Wording;
import org.twosource.report.Span;

/**
 * What something is said to be, by a party or as an open charge: "what the ministry says was a
 * rescue boat", "an alleged spy ring", "the family insisted it was a murder".
 *
 * @param wording the clause it stands in
 * @param span the words of the characterisation; offsets into the report's body
 * @param subject stem of the noun that is characterised
 * @param words stems of what it is said to be, sorted; names, determiners and the subject left out
 * @param by whose view it is; empty for an open charge
 * @param firmness how firmly it is set against other views
 */
public record Characterisation(
    Wording wording,
    Span span,
    String subject,
    Set<String> words,
    Optional<Informant> by,
    Firmness firmness) {

  /** How a view is put. */
  public enum Firmness {
    /** Passed on with "said" and the like. */
    STATED,
    /** The report keeps its distance: "alleged", "what X says was", "X called it". */
    HELD_OFF,
    /** Said against another view: "insisted", "maintains". */
    INSISTED
  }

  public String text() {
    return span.in(wording.annotated().body()).strip().replaceAll("\\s+", " ");
  }
}
