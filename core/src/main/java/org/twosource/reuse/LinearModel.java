package org.twosource.reuse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A logistic regression whose weights can be read: probability = 1 / (1 + exp(-(bias + sum of
 * weight * feature))). Immutable, for any thread.
 */
public final class LinearModel {
  private final List<String> features;
  private final double[] weights;
  private final double bias;

  /**
   * @param features names, in the order of the values given to {@link #probability}
   * @param weights one a feature
   */
  public LinearModel(List<String> features, List<Double> weights, double bias) {
    if (features.size() != weights.size()) {
      throw new IllegalArgumentException(
          features.size() + " features, " + weights.size() + " weights");
    }
    this.features = List.copyOf(features);
    this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
    this.bias = bias;
  }

  public List<String> features() {
    return features;
  }

  /** One a feature. */
  public List<Double> weights() {
    return Arrays.stream(weights).boxed().toList();
  }

  public double bias() {
    return bias;
  }

  /**
   * Reads a model from the jar: comments with {@code #}, then lines of a feature's name and its
   * weight separated by a tab; the name {@code bias} is the bias.
   *
   * @param resource absolute name on the class path
   * @param expected the features that the caller gives, in its order
   */
  public static LinearModel load(String resource, List<String> expected) {
    try (InputStream file = LinearModel.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalArgumentException("no weights " + resource + " on the class path");
      }
      return read(resource, file, expected);
    } catch (IOException failure) {
      throw new UncheckedIOException("weights " + resource, failure);
    }
  }

  private static LinearModel read(String resource, InputStream file, List<String> expected)
      throws IOException {
    List<String> names = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double bias = 0;
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int tab = line.indexOf('\t');
      if (line.startsWith("#") || tab < 0) {
        continue;
      }
      double weight = Double.parseDouble(line.substring(tab + 1));
      if (line.startsWith("bias\t")) {
        bias = weight;
      } else {
        names.add(line.substring(0, tab));
        weights.add(weight);
      }
    }
    if (!names.equals(expected)) {
      throw new IllegalArgumentException(
          "weights " + resource + " are for " + names + ", not for " + expected);
    }
    return new LinearModel(names, weights, bias);
  }

  /** The probability, 0 to 1, for values in the order of {@link #features()}. */
  public double probability(double[] values) {
    return 1 / (1 + Math.exp(-score(values)));
  }

  /** The log odds. */
  public double score(double[] values) {
    double sum = bias;
    for (int at = 0; at < values.length; at++) {
      sum += weights[at] * values[at];
    }
    return sum;
  }

  /** The file that {@link #load} reads, without comments. */
  public String toText() {
    StringBuilder text = new StringBuilder("bias\t" + bias + "\n");
    for (int at = 0; at < features.size(); at++) {
      text.append(features.get(at)).append('\t').append(weights[at]).append('\n');
    }
    return text.toString();
  }
}
