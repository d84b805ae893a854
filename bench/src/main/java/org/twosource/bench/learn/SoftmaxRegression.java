package org.twosource.bench.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Multinomial logistic regression with a ridge, by L-BFGS (Nocedal and Wright 2006, algorithms 7.4
 * and 7.5) with a halving line search: exact enough after some eighty rounds, without a seed. The
 * biases are not pulled towards 0.
 */
public final class SoftmaxRegression {
  private static final int ROUNDS = 120;
  private static final int MEMORY = 8;
  private static final double SMALLEST_GAIN = 1e-6;

  private final List<Example> examples;
  private final int features;
  private final int classes;
  private final double ridge;

  /**
   * One example.
   *
   * @param columns features that are 1
   * @param dense values of the features from {@code denseFrom} on
   */
  public record Example(int[] columns, int denseFrom, float[] dense, int label) {}

  private SoftmaxRegression(List<Example> examples, int features, int classes, double ridge) {
    this.examples = examples;
    this.features = features;
    this.classes = classes;
    this.ridge = ridge;
  }

  /** The weights, one row a feature and one column a class; the biases are the last row. */
  public static double[] train(List<Example> examples, int features, int classes, double ridge) {
    return new SoftmaxRegression(examples, features, classes, ridge).minimum();
  }

  private double[] minimum() {
    double[] at = new double[(features + 1) * classes];
    double[] slope = new double[at.length];
    double loss = loss(at, slope);
    Deque<double[][]> steps = new ArrayDeque<>();
    for (int round = 0; round < ROUNDS; round++) {
      double[] direction = direction(slope, steps);
      double descent = dot(direction, slope);
      double[] next = new double[at.length];
      double[] nextSlope = new double[at.length];
      double nextLoss = Double.POSITIVE_INFINITY;
      double length = round == 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
      for (int tries = 0; tries < 30; tries++, length /= 2) {
        for (int i = 0; i < at.length; i++) {
          next[i] = at[i] + length * direction[i];
        }
        nextLoss = loss(next, nextSlope);
        if (nextLoss <= loss + 1e-4 * length * descent) {
          break;
        }
      }
      if (loss - nextLoss < SMALLEST_GAIN * Math.abs(loss)) {
        return at;
      }
      steps.addLast(new double[][] {minus(next, at), minus(nextSlope, slope)});
      if (steps.size() > MEMORY) {
        steps.removeFirst();
      }
      at = next;
      slope = nextSlope;
      loss = nextLoss;
    }
    return at;
  }

  private static double[] direction(double[] slope, Deque<double[][]> steps) {
    double[] direction = slope.clone();
    List<Double> shares = new ArrayList<>();
    for (Iterator<double[][]> back = steps.descendingIterator(); back.hasNext(); ) {
      double[][] step = back.next();
      double share = dot(step[0], direction) / dot(step[0], step[1]);
      shares.add(share);
      add(direction, step[1], -share);
    }
    if (!steps.isEmpty()) {
      double[][] last = steps.getLast();
      scale(direction, dot(last[0], last[1]) / dot(last[1], last[1]));
    }
    int at = shares.size();
    for (double[][] step : steps) {
      double share = dot(step[1], direction) / dot(step[0], step[1]);
      add(direction, step[0], shares.get(--at) - share);
    }
    scale(direction, -1);
    return direction;
  }

  /** The loss; {@code slope} is filled with its gradient. */
  private double loss(double[] weights, double[] slope) {
    Arrays.fill(slope, 0);
    double loss = 0;
    int biases = features * classes;
    for (int i = 0; i < biases; i++) {
      loss += ridge / 2 * weights[i] * weights[i];
      slope[i] = ridge * weights[i];
    }
    double[] error = new double[classes];
    for (Example example : examples) {
      System.arraycopy(weights, biases, error, 0, classes);
      for (int column : example.columns()) {
        addRow(weights, column, 1, error);
      }
      for (int i = 0; i < example.dense().length; i++) {
        addRow(weights, example.denseFrom() + i, example.dense()[i], error);
      }
      loss += toErrors(error, example.label());
      for (int column : example.columns()) {
        addError(slope, column, 1, error);
      }
      for (int i = 0; i < example.dense().length; i++) {
        addError(slope, example.denseFrom() + i, example.dense()[i], error);
      }
      addError(slope, features, 1, error);
    }
    return loss;
  }

  /** Scores become probability less truth; returns the surprise. */
  private static double toErrors(double[] scores, int label) {
    double greatest = Arrays.stream(scores).max().orElseThrow();
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - greatest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
    double surprise = -Math.log(Math.max(1e-300, scores[label]));
    scores[label] -= 1;
    return surprise;
  }

  private static void addRow(double[] weights, int row, double value, double[] sum) {
    int from = row * sum.length;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += value * weights[from + i];
    }
  }

  private static void addError(double[] slope, int row, double value, double[] error) {
    int from = row * error.length;
    for (int i = 0; i < error.length; i++) {
      slope[from + i] += value * error[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    add(difference, b, -1);
    return difference;
  }

  private static void add(double[] to, double[] values, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * values[i];
    }
  }

  private static void scale(double[] values, double by) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= by;
    }
  }
}
