package org.twosource.bench.stance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A logistic model with one weight a stance for each piece of evidence; evidence it does not know
 * counts nothing.
 *
 * @param weights by evidence, in the order of {@link Stance}
 */
public record StanceModel(Map<String, double[]> weights) {
  public StanceModel {
    weights = new TreeMap<>(weights);
  }

  /** The committed weights. */
  static StanceModel standard() {
    String name = "claim-stance.txt";
    Map<String, double[]> weights = new TreeMap<>();
    try (InputStream file = StanceModel.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("no weights " + name + " on the class path");
      }
      var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t");
        if (cells.length == 1 + Stance.values().length) {
          double[] numbers = new double[Stance.values().length];
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(cells[i + 1]);
          }
          weights.put(cells[0], numbers);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("weights " + name, failure);
    }
    return new StanceModel(weights);
  }

  /** The stance with the highest score; of equals, the first. */
  public Stance best(Map<String, Double> evidence) {
    double[] scores = new double[Stance.values().length];
    evidence.forEach(
        (name, strength) -> {
          double[] weight = weights.get(name);
          for (int i = 0; weight != null && i < scores.length; i++) {
            scores[i] += strength * weight[i];
          }
        });
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return Stance.values()[best];
  }
}
