package org.twosource.bench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.twosource.bench.train.Parameters.Parameter;

/**
 * Records what is computed for one example, so that {@link #backward()} can walk it in reverse and
 * add up the gradients (reverse-mode automatic differentiation). One thread, one example.
 */
public final class Tape {
  private final float[][] gradients;
  private final SplittableRandom random;
  private final List<Runnable> steps = new ArrayList<>();

  Tape(float[][] gradients, SplittableRandom random) {
    this.gradients = gradients;
    this.random = random;
  }

  /** A matrix on the tape: row-major values and, where something is learned below it, gradients. */
  public static final class Tensor {
    public final int rows;
    public final int columns;
    public final float[] value;
    final float[] gradient;

    private Tensor(int rows, int columns, float[] value, boolean learns) {
      this.rows = rows;
      this.columns = columns;
      this.value = value;
      this.gradient = learns ? new float[rows * columns] : new float[0];
    }

    boolean learns() {
      return gradient.length > 0;
    }
  }

  private static Tensor made(int rows, int columns) {
    return new Tensor(rows, columns, new float[rows * columns], true);
  }

  /** Numbers that come from outside; nothing is learned below them. */
  public Tensor input(int rows, int columns, float[] value) {
    return new Tensor(rows, columns, value, false);
  }

  /** x w. */
  public Tensor multiply(Tensor x, Parameter w) {
    Tensor y = made(x.rows, w.columns);
    Gemm.multiply(x.value, w.value, y.value, x.rows, x.columns, w.columns);
    steps.add(
        () -> {
          Gemm.multiplyTransposedFirst(
              x.value, y.gradient, gradients[w.index], x.columns, x.rows, w.columns);
          if (x.learns()) {
            Gemm.multiplyTransposedSecond(
                y.gradient, w.value, x.gradient, x.rows, w.columns, x.columns);
          }
        });
    return y;
  }

  /** x with the row {@code bias} added to every row. */
  public Tensor plus(Tensor x, Parameter bias) {
    Tensor y = made(x.rows, x.columns);
    for (int i = 0; i < y.value.length; i++) {
      y.value[i] = x.value[i] + bias.value[i % x.columns];
    }
    steps.add(
        () -> {
          for (int i = 0; i < y.gradient.length; i++) {
            gradients[bias.index][i % x.columns] += y.gradient[i];
          }
          addTo(x, y.gradient);
        });
    return y;
  }

  public Tensor add(Tensor a, Tensor b) {
    Tensor y = made(a.rows, a.columns);
    for (int i = 0; i < y.value.length; i++) {
      y.value[i] = a.value[i] + b.value[i];
    }
    steps.add(
        () -> {
          addTo(a, y.gradient);
          addTo(b, y.gradient);
        });
    return y;
  }

  private static void addTo(Tensor x, float[] gradient) {
    if (x.learns()) {
      for (int i = 0; i < gradient.length; i++) {
        x.gradient[i] += gradient[i];
      }
    }
  }

  /** Negative numbers become 0. */
  public Tensor relu(Tensor x) {
    Tensor y = made(x.rows, x.columns);
    for (int i = 0; i < y.value.length; i++) {
      y.value[i] = Math.max(0, x.value[i]);
    }
    steps.add(
        () -> {
          for (int i = 0; i < y.value.length && x.learns(); i++) {
            x.gradient[i] += y.value[i] > 0 ? y.gradient[i] : 0;
          }
        });
    return y;
  }

  /** Sets a share of the numbers to 0 and scales the others up, so that their mean is kept. */
  public Tensor dropout(Tensor x, double share) {
    if (share == 0) {
      return x;
    }
    float scale = (float) (1 / (1 - share));
    float[] mask = new float[x.value.length];
    Tensor y = new Tensor(x.rows, x.columns, new float[x.value.length], x.learns());
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextDouble() < share ? 0 : scale;
      y.value[i] = x.value[i] * mask[i];
    }
    steps.add(
        () -> {
          for (int i = 0; i < mask.length && x.learns(); i++) {
            x.gradient[i] += y.gradient[i] * mask[i];
          }
        });
    return y;
  }

  /** Draws a share of so many rows; draws nothing, and moves no later draw, when the share is 0. */
  public boolean[] draw(int rows, double share) {
    boolean[] drawn = new boolean[rows];
    for (int i = 0; i < rows && share > 0; i++) {
      drawn[i] = random.nextDouble() < share;
    }
    return drawn;
  }

  /** Row i holds rows i + offset of x, side by side; zeros beyond the ends. */
  public Tensor window(Tensor x, int... offsets) {
    int width = x.columns;
    Tensor y = made(x.rows, width * offsets.length);
    for (int row = 0; row < x.rows; row++) {
      for (int part = 0; part < offsets.length; part++) {
        int from = row + offsets[part];
        if (from >= 0 && from < x.rows) {
          System.arraycopy(
              x.value, from * width, y.value, (row * offsets.length + part) * width, width);
        }
      }
    }
    steps.add(
        () -> {
          for (int row = 0; row < x.rows; row++) {
            for (int part = 0; part < offsets.length; part++) {
              int from = row + offsets[part];
              if (from >= 0 && from < x.rows) {
                for (int i = 0; i < width; i++) {
                  x.gradient[from * width + i] +=
                      y.gradient[(row * offsets.length + part) * width + i];
                }
              }
            }
          }
        });
    return y;
  }

  /** Row i is the sum of the rows {@code ids[i]} of the table. */
  public Tensor embed(int[][] ids, Parameter table) {
    int width = table.columns;
    Tensor y = made(ids.length, width);
    for (int row = 0; row < ids.length; row++) {
      for (int id : ids[row]) {
        for (int i = 0; i < width; i++) {
          y.value[row * width + i] += table.value[id * width + i];
        }
      }
    }
    steps.add(
        () -> {
          float[] gradient = gradients[table.index];
          for (int row = 0; row < ids.length; row++) {
            for (int id : ids[row]) {
              for (int i = 0; i < width; i++) {
                gradient[id * width + i] += y.gradient[row * width + i];
              }
            }
          }
        });
    return y;
  }

  /** The columns of a, then the columns of b. */
  public Tensor beside(Tensor a, Tensor b) {
    int width = a.columns + b.columns;
    Tensor y = made(a.rows, width);
    for (int row = 0; row < a.rows; row++) {
      System.arraycopy(a.value, row * a.columns, y.value, row * width, a.columns);
      System.arraycopy(b.value, row * b.columns, y.value, row * width + a.columns, b.columns);
    }
    steps.add(
        () -> {
          for (int row = 0; row < a.rows; row++) {
            for (int i = 0; i < a.columns && a.learns(); i++) {
              a.gradient[row * a.columns + i] += y.gradient[row * width + i];
            }
            for (int i = 0; i < b.columns && b.learns(); i++) {
              b.gradient[row * b.columns + i] += y.gradient[row * width + a.columns + i];
            }
          }
        });
    return y;
  }

  /** The rows of x at these indices, in that order; an index of -1 gives zeros. */
  public Tensor rows(Tensor x, int[] indices) {
    int width = x.columns;
    Tensor y = made(indices.length, width);
    for (int row = 0; row < indices.length; row++) {
      if (indices[row] >= 0) {
        System.arraycopy(x.value, indices[row] * width, y.value, row * width, width);
      }
    }
    steps.add(
        () -> {
          for (int row = 0; row < indices.length && x.learns(); row++) {
            for (int i = 0; i < width && indices[row] >= 0; i++) {
              x.gradient[indices[row] * width + i] += y.gradient[row * width + i];
            }
          }
        });
    return y;
  }

  /** a bT: how every row of a scores with every row of b. */
  public Tensor pairs(Tensor a, Tensor b) {
    Tensor y = made(a.rows, b.rows);
    Gemm.multiplyTransposedSecond(a.value, b.value, y.value, a.rows, a.columns, b.rows);
    steps.add(
        () -> {
          Gemm.multiply(y.gradient, b.value, a.gradient, a.rows, b.rows, a.columns);
          Gemm.multiplyTransposedFirst(y.gradient, a.value, b.gradient, b.rows, a.rows, a.columns);
        });
    return y;
  }

  /** Row i, column j is the number of x in row {@code rows[i][j]}, column {@code columns[i][j]}. */
  public Tensor pick(Tensor x, int[][] rows, int[][] columns) {
    int width = rows[0].length;
    Tensor y = made(rows.length, width);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        y.value[i * width + j] = x.value[rows[i][j] * x.columns + columns[i][j]];
      }
    }
    steps.add(
        () -> {
          for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
              x.gradient[rows[i][j] * x.columns + columns[i][j]] += y.gradient[i * width + j];
            }
          }
        });
    return y;
  }

  /** Cross entropy of the softmax of each row against its class; rows of class -1 are left out. */
  public double softmaxLoss(Tensor scores, int[] classes, double weight) {
    double loss = 0;
    float[] gradient = new float[scores.value.length];
    for (int row = 0; row < scores.rows; row++) {
      if (classes[row] >= 0) {
        int from = row * scores.columns;
        double norm = logSum(scores.value, from, scores.columns);
        loss += (norm - scores.value[from + classes[row]]) * weight;
        for (int i = 0; i < scores.columns; i++) {
          gradient[from + i] = (float) (weight * Math.exp(scores.value[from + i] - norm));
        }
        gradient[from + classes[row]] -= (float) weight;
      }
    }
    steps.add(() -> addTo(scores, gradient));
    return loss;
  }

  private static double logSum(float[] values, int from, int count) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      greatest = Math.max(greatest, values[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.exp(values[from + i] - greatest);
    }
    return greatest + Math.log(sum);
  }

  /**
   * Negative log likelihood of a linear-chain CRF (Lafferty et al. 2001).
   *
   * @param scores tokens x labels
   * @param transitions (labels + 1) x labels: from label to label; the last row is the start
   */
  public double crfLoss(Tensor scores, Parameter transitions, int[] gold) {
    int length = scores.rows;
    int labels = scores.columns;
    double[][] forward = new double[length][labels];
    double[][] backward = new double[length][labels];
    double[] terms = new double[labels];
    for (int to = 0; to < labels; to++) {
      forward[0][to] = scores.value[to] + transitions.value[labels * labels + to];
    }
    for (int at = 1; at < length; at++) {
      for (int to = 0; to < labels; to++) {
        for (int from = 0; from < labels; from++) {
          terms[from] = forward[at - 1][from] + transitions.value[from * labels + to];
        }
        forward[at][to] = logSum(terms) + scores.value[at * labels + to];
      }
    }
    for (int at = length - 2; at >= 0; at--) {
      for (int from = 0; from < labels; from++) {
        for (int to = 0; to < labels; to++) {
          terms[to] =
              backward[at + 1][to]
                  + transitions.value[from * labels + to]
                  + scores.value[(at + 1) * labels + to];
        }
        backward[at][from] = logSum(terms);
      }
    }
    double norm = logSum(forward[length - 1]);
    double path = 0;
    float[] scoreGradient = new float[scores.value.length];
    float[] transitionGradient = new float[transitions.value.length];
    for (int at = 0; at < length; at++) {
      int before = at == 0 ? labels : gold[at - 1];
      path += scores.value[at * labels + gold[at]] + transitions.value[before * labels + gold[at]];
      for (int to = 0; to < labels; to++) {
        scoreGradient[at * labels + to] =
            (float) Math.exp(forward[at][to] + backward[at][to] - norm);
        if (at == 0) {
          transitionGradient[labels * labels + to] += scoreGradient[to];
        }
        for (int from = 0; from < labels && at > 0; from++) {
          transitionGradient[from * labels + to] +=
              (float)
                  Math.exp(
                      forward[at - 1][from]
                          + transitions.value[from * labels + to]
                          + scores.value[at * labels + to]
                          + backward[at][to]
                          - norm);
        }
      }
      scoreGradient[at * labels + gold[at]] -= 1;
      transitionGradient[before * labels + gold[at]] -= 1;
    }
    steps.add(
        () -> {
          addTo(scores, scoreGradient);
          float[] sum = gradients[transitions.index];
          for (int i = 0; i < sum.length; i++) {
            sum[i] += transitionGradient[i];
          }
        });
    return norm - path;
  }

  private static double logSum(double[] values) {
    double greatest = Arrays.stream(values).max().orElse(0);
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - greatest);
    }
    return greatest + Math.log(sum);
  }

  /** Walks the tape in reverse; call it once, after the losses. */
  void backward() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).run();
    }
  }
}
