package org.twosource.bench.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twosource.reuse.LinearModel;

/**
 * Logistic regression with a ridge, by Newton's method: for few features, exact and without a seed.
 * The bias is not pulled towards 0.
 */
public final class Regression {
  private static final int MAX_ROUNDS = 60;

  private Regression() {}

  /**
   * The model that fits best.
   *
   * @param values one row an example, one column a feature
   * @param ridge weight of the squared weights in the loss
   */
  public static LinearModel train(
      List<String> features, double[][] values, boolean[] labels, double ridge) {
    double[] shares = new double[labels.length];
    for (int at = 0; at < shares.length; at++) {
      shares[at] = labels[at] ? 1 : 0;
    }
    return train(features, values, shares, ridge);
  }

  /**
   * The model that fits shares best, by cross entropy.
   *
   * @param shares what the model is to give for each example, 0 to 1
   */
  public static LinearModel train(
      List<String> features, double[][] values, double[] shares, double ridge) {
    double[] importance = new double[shares.length];
    Arrays.fill(importance, 1);
    return train(features, values, shares, importance, ridge);
  }

  /**
   * The same with examples that count more or less.
   *
   * @param importance what each example counts; 1 is usual
   */
  public static LinearModel train(
      List<String> features,
      double[][] values,
      double[] shares,
      double[] importance,
      double ridge) {
    int size = features.size() + 1;
    double[] weights = new double[size];
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double[] step = step(values, shares, importance, ridge, weights);
      double largest = 0;
      for (int at = 0; at < size; at++) {
        weights[at] -= step[at];
        largest = Math.max(largest, Math.abs(step[at]));
      }
      if (largest < 1e-7) {
        break;
      }
    }
    List<Double> rounded = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      rounded.add(Math.round(weights[at] * 1e4) / 1e4);
    }
    return new LinearModel(features, rounded.subList(0, size - 1), rounded.get(size - 1));
  }

  private static double[] step(
      double[][] values, double[] shares, double[] importance, double ridge, double[] weights) {
    int size = weights.length;
    double[] gradient = new double[size];
    double[][] curvature = new double[size][size];
    for (int at = 0; at < size; at++) {
      double pull = at == size - 1 ? 1e-6 : ridge;
      gradient[at] = pull * weights[at];
      curvature[at][at] = pull;
    }
    double[] row = new double[size];
    for (int example = 0; example < values.length; example++) {
      System.arraycopy(values[example], 0, row, 0, size - 1);
      row[size - 1] = 1;
      double score = 0;
      for (int at = 0; at < size; at++) {
        score += weights[at] * row[at];
      }
      double probability = 1 / (1 + Math.exp(-score));
      double error = importance[example] * (probability - shares[example]);
      double bend = importance[example] * probability * (1 - probability) + 1e-9;
      for (int at = 0; at < size; at++) {
        gradient[at] += error * row[at];
        for (int other = 0; other < size; other++) {
          curvature[at][other] += bend * row[at] * row[other];
        }
      }
    }
    return solve(curvature, gradient);
  }

  /** Gauss-Jordan elimination with partial pivoting; changes both arguments. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
      }
      double[] swapped = matrix[column];
      matrix[column] = matrix[pivot];
      matrix[pivot] = swapped;
      double value = right[column];
      right[column] = right[pivot];
      right[pivot] = value;
      for (int row = 0; row < size; row++) {
        if (row == column || matrix[column][column] == 0) {
          continue;
        }
        double factor = matrix[row][column] / matrix[column][column];
        for (int at = column; at < size; at++) {
          matrix[row][at] -= factor * matrix[column][at];
        }
        right[row] -= factor * right[column];
      }
    }
    double[] solution = new double[size];
    for (int at = 0; at < size; at++) {
      solution[at] = matrix[at][at] == 0 ? 0 : right[at] / matrix[at][at];
    }
    return solution;
  }
}
