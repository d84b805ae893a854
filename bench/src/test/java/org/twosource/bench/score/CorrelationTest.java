package org.twosource.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CorrelationTest {

  @Test
  void spearmanLooksAtOrderAlone() {
    assertEquals(
        1, Correlation.spearman(new double[] {1, 2, 3, 4}, new double[] {1, 10, 100, 1e6}), 1e-9);
    // ranks 1 2 3 4 against 2 1 4 3: 1 - 6 * 4 / (4 * 15)
    assertEquals(
        0.6, Correlation.spearman(new double[] {1, 2, 3, 4}, new double[] {5, 4, 9, 7}), 1e-9);
  }

  @Test
  void equalValuesShareTheirMeanRank() {
    // ranks 1 2 3 against 1 2.5 2.5: covariance 1.5, squares 2 and 1.5
    assertEquals(
        1.5 / Math.sqrt(3),
        Correlation.spearman(new double[] {1, 2, 3}, new double[] {0, 7, 7}),
        1e-9);
  }

  @Test
  void pearsonOfALineIsOneAndOfAConstantNone() {
    assertEquals(-1, Correlation.pearson(new double[] {1, 2, 3}, new double[] {6, 4, 2}), 1e-9);
    assertEquals(0, Correlation.pearson(new double[] {1, 2, 3}, new double[] {5, 5, 5}), 1e-9);
  }
}
