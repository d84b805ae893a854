package org.twosource.bench.score;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Pairs of things that belong together, against the pairs that were put together. A thing may stand
 * in several groups; a pair is together when one group holds both.
 */
public final class PairF1 {
  private int right;
  private int found;
  private int labelled;

  /**
   * Counts all pairs of some things.
   *
   * @param gold of each thing the groups it belongs to
   * @param made of each thing the groups it was put into, in the same order
   */
  public void add(List<? extends Set<?>> gold, List<? extends Set<?>> made) {
    for (int i = 0; i < gold.size(); i++) {
      for (int j = i + 1; j < gold.size(); j++) {
        boolean belong = !Collections.disjoint(gold.get(i), gold.get(j));
        boolean put = !Collections.disjoint(made.get(i), made.get(j));
        labelled += belong ? 1 : 0;
        found += put ? 1 : 0;
        right += belong && put ? 1 : 0;
      }
    }
  }

  /** 1 when no pair was put together. */
  public double precision() {
    return found == 0 ? 1 : right / (double) found;
  }

  /** 1 when no pair belongs together. */
  public double recall() {
    return labelled == 0 ? 1 : right / (double) labelled;
  }

  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
