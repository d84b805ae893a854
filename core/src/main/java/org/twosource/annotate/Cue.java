package org.twosource.annotate;

import org.twosource.report.Span;

/**
 * A word or phrase that lowers, turns or shifts what is stated, and what it governs.
 *
 * @param span the cue ("alleged", "may", "not", "plans to", "came within a day of"); offsets into
 *     the report's body
 * @param scope the words it governs, in the same sentence
 */
public record Cue(Kind kind, Span span, Span scope) {

  /** What a cue does to the words in its scope. */
  public enum Kind {
    /** Makes it less than certain: may, possibly, appears, likely. */
    HEDGE,
    /** Turns it: not, never, no, failed to, without. */
    NEGATION,
    /** Puts it in the future: plans to, will, set to, expected. */
    PLAN,
    /** Makes it somebody's unproven charge: alleged, accused of, suspected. */
    ALLEGATION,
    /** Says it almost happened: nearly, came close to, within a day of. */
    NEAR_MISS,
    /** Bounds a number: at least, about, nearly, more than. */
    APPROXIMATION,
    /** Says somebody rejects it: denied, refused, dismissed. */
    DENIAL,
    /** Says it was put off or called off: postponed, cancelled, delayed. */
    POSTPONEMENT
  }
}
