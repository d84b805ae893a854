package org.twosource.lineage;

/**
 * Two reports of which one was made from the other, or both from a third text.
 *
 * @param a place of the first report in the story
 * @param b place of the second
 * @param confidence calibrated, 0 to 1
 */
record DerivedPair(int a, int b, PairEvidence evidence, double confidence, Direction direction) {

  DerivedPair with(Direction other) {
    return new DerivedPair(a, b, evidence, confidence, other);
  }

  boolean has(int report) {
    return a == report || b == report;
  }

  /** Share of the prose of one of the two that stands in shared passages, 0 to 1. */
  double shareOf(int report) {
    return a == report ? evidence.coveredOfA() : evidence.coveredOfB();
  }

  int other(int report) {
    return a == report ? b : a;
  }
}
