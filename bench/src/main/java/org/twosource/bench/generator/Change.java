package org.twosource.bench.generator;

/**
 * One thing that a copy did to its parent.
 *
 * @param before the sentence as the parent printed it, or the credit; empty where it was added
 * @param after the sentence as the copy prints it; empty where it was dropped
 * @param from the words changed, part of {@code before}; empty where the kind does not name words
 * @param to what became of them, part of {@code after}; empty where they were dropped
 */
public record Change(Kind kind, String before, String after, String from, String to) {

  /** What copying does. */
  public enum Kind {
    SENTENCE_DROPPED,
    SENTENCE_ADDED,
    SENTENCE_MOVED,
    SENTENCE_SPLIT,
    WORDS_EDITED,
    REWORDED,
    NUMBER_CHANGED,
    DATE_CHANGED,
    NAME_CHANGED,
    HEDGE_DROPPED,
    ATTRIBUTION_DROPPED,
    PLAN_BECAME_FACT,
    CORRECTED,
    CREDIT_DROPPED;

    /** Whether it changes what is said, not only how. */
    public boolean isDistortion() {
      return ordinal() >= NUMBER_CHANGED.ordinal() && ordinal() <= PLAN_BECAME_FACT.ordinal();
    }
  }
}
