package org.twosource.claim;

/** How alike the wordings of one story are. One story at a time, one thread. */
public interface WordingLikeness {

  /** Weighted Dice of their content words, 0 to 1. */
  double sharedWords(Wording a, Wording b);

  /** Probability that both state the same, 0 to 1; the passage they stand in is left out. */
  double probability(Wording a, Wording b);
}
