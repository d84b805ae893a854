package org.twosource.bench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.twosource.encode.Weights;

/**
 * What a head learns: named matrices, stepped with Adam (Kingma and Ba 2015), with a running
 * average of their values for the end. Not thread-safe; only {@link Trainer} steps it, between
 * batches.
 */
public final class Parameters {
  private final List<Parameter> all = new ArrayList<>();
  private final SplittableRandom random;
  private long steps;
  private long averaged;

  /**
   * @param seed of the starting values
   */
  public Parameters(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One learned matrix. */
  public static final class Parameter {
    final String name;
    final int index;
    final int rows;
    final int columns;
    final float[] value;
    final float[] first;
    final float[] second;
    final float[] sum;

    private Parameter(String name, int index, int rows, int columns) {
      this.name = name;
      this.index = index;
      this.rows = rows;
      this.columns = columns;
      value = new float[rows * columns];
      first = new float[rows * columns];
      second = new float[rows * columns];
      sum = new float[rows * columns];
    }

    public float[] value() {
      return value;
    }
  }

  /** A matrix that starts uniform, in the range of Glorot and Bengio (2010). */
  public Parameter matrix(String name, int rows, int columns) {
    return uniform(name, rows, columns, Math.sqrt(6.0 / (rows + columns)));
  }

  /** A matrix that starts uniform in [-range, range]. */
  public Parameter uniform(String name, int rows, int columns, double range) {
    Parameter made = zeros(name, rows, columns);
    for (int i = 0; i < made.value.length; i++) {
      made.value[i] = (float) ((random.nextDouble() * 2 - 1) * range);
    }
    return made;
  }

  public Parameter zeros(String name, int rows, int columns) {
    Parameter made = new Parameter(name, all.size(), rows, columns);
    all.add(made);
    return made;
  }

  /** Empty gradients, one array a parameter. */
  float[][] gradients() {
    return all.stream().map(one -> new float[one.value.length]).toArray(float[][]::new);
  }

  /** One Adam step; the gradients are clipped to norm 5 and emptied. */
  void step(float[][] gradients, double rate, double decay) {
    steps++;
    double squares = 0;
    for (float[] gradient : gradients) {
      for (float value : gradient) {
        squares += value * value;
      }
    }
    float scale = (float) Math.min(1, 5 / Math.max(1e-9, Math.sqrt(squares)));
    float correction1 = (float) (1 - Math.pow(.9, steps));
    float correction2 = (float) (1 - Math.pow(.999, steps));
    for (Parameter one : all) {
      float[] gradient = gradients[one.index];
      for (int i = 0; i < gradient.length; i++) {
        float g = gradient[i] * scale;
        gradient[i] = 0;
        one.first[i] = .9f * one.first[i] + .1f * g;
        one.second[i] = .999f * one.second[i] + .001f * g * g;
        float move =
            one.first[i] / correction1 / ((float) Math.sqrt(one.second[i] / correction2) + 1e-8f);
        one.value[i] -= (float) rate * (move + (float) decay * one.value[i]);
      }
    }
  }

  /** Adds today's values to the average. */
  void average() {
    averaged++;
    for (Parameter one : all) {
      for (int i = 0; i < one.value.length; i++) {
        one.sum[i] += one.value[i];
      }
    }
  }

  /** The average so far, or today's values when none was taken, ready to be written. */
  public Weights weights(Map<String, String> facts) {
    Weights.Builder weights = new Weights.Builder(facts);
    for (Parameter one : all) {
      float[] value = one.value.clone();
      for (int i = 0; i < value.length && averaged > 0; i++) {
        value[i] = one.sum[i] / averaged;
      }
      weights.matrix(one.name, one.rows, one.columns, value);
    }
    return weights.build();
  }
}
