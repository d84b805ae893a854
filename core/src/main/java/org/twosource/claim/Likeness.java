package org.twosource.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Timex;
import org.twosource.report.PartialDate;

/**
 * The probability that two wordings state the same: a logistic model over evidence that can be
 * shown. The weights are in {@code weights/claim-likeness.txt}.
 */
final class Likeness {
  /** The evidence, in the order of the weights. */
  static final List<String> FEATURES =
      List.of(
          "shared words (Dice)",
          "least covered side",
          "most covered side",
          "words found in the other sentence",
          "shared names",
          "number agrees",
          "number differs",
          "date agrees",
          "sentence vectors",
          "same passage",
          "same informant",
          "both quoted or not",
          "position");

  private final double[] weights;
  private final double bias;

  private Likeness(double[] weights, double bias) {
    this.weights = weights;
    this.bias = bias;
  }

  /** The committed weights. */
  static Likeness standard() {
    try (InputStream file =
        Likeness.class.getResourceAsStream("/org/twosource/weights/claim-likeness.txt")) {
      return read(Optional.ofNullable(file).orElseThrow());
    } catch (IOException failure) {
      throw new UncheckedIOException("weights/claim-likeness.txt", failure);
    }
  }

  static Likeness of(double[] weights, double bias) {
    return new Likeness(weights.clone(), bias);
  }

  private static Likeness read(InputStream file) throws IOException {
    List<Double> numbers = new ArrayList<>();
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        numbers.add(Double.parseDouble(line.substring(line.lastIndexOf('\t') + 1)));
      }
    }
    if (numbers.size() != FEATURES.size() + 1) {
      throw new IllegalStateException(
          "weights/claim-likeness.txt has "
              + numbers.size()
              + " numbers, not "
              + (FEATURES.size() + 1));
    }
    double[] weights = new double[FEATURES.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = numbers.get(i + 1);
    }
    return new Likeness(weights, numbers.getFirst());
  }

  double probability(double[] evidence) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * evidence[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /**
   * @param passage similarity of the passage both stand in, 0 if none
   */
  static double[] evidence(
      WordingIndex index, WordingIndex.Entry a, WordingIndex.Entry b, double passage) {
    Wording first = a.first();
    Wording second = b.first();
    double shared = index.shared(a.words(), b.words());
    double dice = a.weight() + b.weight() == 0 ? 0 : 2 * shared / (a.weight() + b.weight());
    double least = shared / Math.max(a.weight(), b.weight());
    double most = shared / Math.min(a.weight(), b.weight());
    double context =
        (shared + index.shared(a.words(), b.context())) / a.weight() / 2
            + (shared + index.shared(a.context(), b.words())) / b.weight() / 2;
    boolean agrees = false;
    boolean differs = false;
    for (Quantity one : first.quantities()) {
      for (Quantity other : second.quantities()) {
        if (one.measure().equals(other.measure())) {
          boolean same = one.agreesWith(other);
          agrees |= same;
          differs |= !same;
        }
      }
    }
    return new double[] {
      dice,
      least,
      most,
      Math.min(1, context),
      overlap(first.names(), second.names()),
      agrees ? 1 : 0,
      differs && !agrees ? 1 : 0,
      datesAgree(first.dates(), second.dates()) ? 1 : 0,
      cosine(first, second),
      passage,
      sameInformant(first, second) ? 1 : 0,
      first.attribution().isPresent() == second.attribution().isPresent() ? 1 : 0,
      1 - Math.abs(first.position() - second.position())
    };
  }

  private static double overlap(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    long shared = a.stream().filter(b::contains).count();
    return shared / (double) Math.min(a.size(), b.size());
  }

  private static boolean datesAgree(List<Timex> a, List<Timex> b) {
    for (Timex one : a) {
      for (Timex other : b) {
        Optional<PartialDate> date = one.date();
        Optional<PartialDate> second = other.date();
        if (date.isPresent() && second.isPresent() && date.get().agreesWith(second.get())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sameInformant(Wording a, Wording b) {
    return a.informant().isPresent()
        && b.informant().isPresent()
        && a.informant().get().key().equals(b.informant().get().key());
  }

  private static double cosine(Wording a, Wording b) {
    Optional<float[]> one = a.annotated().vectors().sentence(a.sentence().index());
    Optional<float[]> other = b.annotated().vectors().sentence(b.sentence().index());
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < one.get().length; i++) {
      sum += one.get()[i] * other.get()[i];
    }
    return Math.max(0, sum);
  }
}
