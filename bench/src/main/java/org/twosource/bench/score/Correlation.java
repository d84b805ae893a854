package org.twosource.bench.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Correlation of two lists of numbers, from -1 to 1; 0 where one of them does not vary. */
public final class Correlation {
  private Correlation() {}

  /** Spearman's rank correlation, equal values sharing their mean rank. */
  public static double spearman(double[] one, double[] two) {
    return pearson(ranks(one), ranks(two));
  }

  /** Covariance over the product of the standard deviations. */
  public static double pearson(double[] one, double[] two) {
    if (one.length != two.length) {
      throw new IllegalArgumentException(one.length + " numbers against " + two.length);
    }
    double meanOne = mean(one);
    double meanTwo = mean(two);
    double both = 0;
    double squaresOne = 0;
    double squaresTwo = 0;
    for (int i = 0; i < one.length; i++) {
      double x = one[i] - meanOne;
      double y = two[i] - meanTwo;
      both += x * y;
      squaresOne += x * x;
      squaresTwo += y * y;
    }
    return both / Math.max(1e-12, Math.sqrt(squaresOne * squaresTwo));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / Math.max(1, values.length);
  }

  private static double[] ranks(double[] values) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int from = 0; from < values.length; ) {
      int to = from;
      while (to < values.length && values[order.get(to)] == values[order.get(from)]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order.get(i)] = (from + to + 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
