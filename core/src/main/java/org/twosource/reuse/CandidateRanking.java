package org.twosource.reuse;

import java.util.Arrays;

/**
 * Ranks the reports that share grams with one by containment: the weight of the shared grams over
 * the weight of all grams of the report that has less. Whole numbers; of two as near the earlier
 * comes first. Used for one report after the other; one thread at a time.
 */
public final class CandidateRanking {
  /** What stands for a containment of 1. */
  private static final int WHOLE = 1 << 20;

  /** Candidates named for a report. */
  private static final int MAX_CANDIDATES = 48;

  /** Reports share at least this much of the smaller one. */
  private static final double MIN_CONTAINMENT = .15;

  private long[] ranked = new long[64];
  private int count;
  private int all;

  /**
   * Begins with another report.
   *
   * @param weightOfAll its grams when it was looked up
   */
  public void begin(int weightOfAll) {
    all = weightOfAll;
    count = 0;
  }

  /**
   * Takes note of an earlier report.
   *
   * @param sum weight of the grams that it shares
   * @param weight of its own grams when it was added
   */
  public void consider(int report, long sum, int weight) {
    int least = Math.max(SharedGrams.ONE / 2, Math.min(all, weight));
    if (sum < MIN_CONTAINMENT * least) {
      return;
    }
    if (count == ranked.length) {
      ranked = Arrays.copyOf(ranked, 2 * count);
    }
    int containment = (int) Math.min(WHOLE, sum * WHOLE / least);
    ranked[count++] = (long) (WHOLE - containment) << 32 | report;
  }

  /** Puts the nearest first; the number of those that are named. */
  public int rank() {
    Arrays.sort(ranked, 0, count);
    return Math.min(MAX_CANDIDATES, count);
  }

  /** The number of the report at a rank, from 0. */
  public int report(int rank) {
    return (int) ranked[rank];
  }

  /** Share of the smaller one's grams, by weight, that both have; 0 to 1. */
  public double containment(int rank) {
    return (WHOLE - (int) (ranked[rank] >>> 32)) / (double) WHOLE;
  }
}
