package org.twosource.bench.learn;

import java.util.ArrayList;
import java.util.List;
import org.twosource.reuse.LinearModel;

/**
 * {@link Regression} on features brought to mean 0 and deviation 1, so that the ridge pulls at all
 * of them alike. The model that comes out takes the features as they are.
 */
public final class StandardisedRegression {
  private static final double ROUNDING = 1e5;

  private StandardisedRegression() {}

  /**
   * The model that fits best.
   *
   * @param values one row an example, one column a feature
   * @param shares what the model is to give for each example, 0 to 1
   * @param importance what each example counts; 1 is usual
   */
  public static LinearModel train(
      List<String> features,
      List<double[]> values,
      double[] shares,
      double[] importance,
      double ridge) {
    int size = features.size();
    double[] mean = new double[size];
    double[] deviation = new double[size];
    for (int at = 0; at < size; at++) {
      int column = at;
      mean[at] = values.stream().mapToDouble(row -> row[column]).average().orElse(0);
      double squares =
          values.stream().mapToDouble(row -> Math.pow(row[column] - mean[column], 2)).sum();
      deviation[at] = Math.max(1e-9, Math.sqrt(squares / Math.max(1, values.size())));
    }
    double[][] rows = new double[values.size()][size];
    for (int row = 0; row < rows.length; row++) {
      for (int at = 0; at < size; at++) {
        rows[row][at] = (values.get(row)[at] - mean[at]) / deviation[at];
      }
    }
    LinearModel model = Regression.train(features, rows, shares, importance, ridge);
    List<Double> weights = new ArrayList<>();
    double bias = model.bias();
    for (int at = 0; at < size; at++) {
      double weight = rounded(model.weights().get(at) / deviation[at]);
      weights.add(weight);
      bias -= weight * mean[at];
    }
    return new LinearModel(features, weights, rounded(bias));
  }

  private static double rounded(double value) {
    return Math.round(value * ROUNDING) / ROUNDING;
  }
}
