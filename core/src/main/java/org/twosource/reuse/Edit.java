package org.twosource.reuse;

import org.twosource.report.Span;

/**
 * One difference, or one agreement, between a sentence and its counterpart.
 *
 * @param before offsets into the first report's body; empty where words were added
 * @param after offsets into the second report's body; empty where words were dropped
 */
public record Edit(Kind kind, Span before, Span after) {

  /** What became of the words. */
  public enum Kind {
    EQUAL,
    /** The same word in another form: spelling, case, inflection, "U.S." and "US". */
    VARIANT,
    /** Another word with the same meaning, by the lexicon or the vectors. */
    SYNONYM,
    REPLACED,
    DROPPED,
    ADDED,
    MOVED
  }
}
