package org.twosource.brief;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of a line that was given to a rewriter.
 *
 * @param extract the line as it was taken from a report; it is the line's text unless the outcome
 *     is {@link Outcome#REWRITTEN}
 * @param proposed what the rewriter answered, if it answered
 * @param why one sentence: what the cited sentences do not carry, or why there was no answer; empty
 *     where nothing was wrong
 */
public record Rewriting(Outcome outcome, String extract, Optional<String> proposed, String why) {

  /** How it ended. */
  public enum Outcome {
    /** The answer stands: the cited sentences carry all of it. */
    REWRITTEN,
    /** The answer is the extract again. */
    UNCHANGED,
    /** The answer was checked and refused. */
    REFUSED,
    /** There was no answer. */
    FAILED;

    /** The name used in the result: {@code rewritten}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
