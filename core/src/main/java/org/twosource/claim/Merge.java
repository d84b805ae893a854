package org.twosource.claim;

import java.util.List;
import java.util.Locale;

/**
 * Why two statements are taken for one claim. The merges of a claim tie all its statements together
 * by their strongest links, one fewer than there are statements.
 *
 * @param a index into the claim's statements
 * @param b likewise, greater than {@code a}
 * @param by what put them together
 * @param score probability that they state the same, 0 to 1: of the model of likeness for {@link
 *     By#LIKENESS} and {@link By#QUESTION}, 1 for the others
 * @param evidence in words, the strongest first
 */
public record Merge(int a, int b, By by, double score, List<String> evidence) {
  public Merge {
    evidence = List.copyOf(evidence);
    if (a < 0 || b <= a) {
      throw new IllegalArgumentException("merge of statements " + a + " and " + b);
    }
  }

  /** What puts statements together. */
  public enum By {
    /** They have the same content words. */
    SAME_WORDS,
    /** The model of likeness. */
    LIKENESS,
    /** They are competing answers to one question: a number, a day, what something is. */
    QUESTION,
    /** A reader's decision, {@link ClaimConstraints}. */
    CONSTRAINT;

    /** The name used in the result: {@code same-words}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
