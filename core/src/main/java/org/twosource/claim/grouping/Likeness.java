package org.twosource.claim.grouping;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twosource.reuse.LinearModel;

/**
 * The probability that two wordings state the same: a logistic model over evidence that can be
 * shown. The weights are in {@code weights/claim-likeness.txt}.
 */
public final class Likeness {
  /** The evidence, in the order of the weights; {@link WordingEvidence} reads it. */
  public static final List<String> FEATURES =
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
          "position",
          "counterparts, least",
          "counterparts, most",
          "worst counterpart",
          "same topic",
          "same sort of number",
          "nearer than the next, least",
          "nearer than the next, most",
          "words of the shorter");

  private static final String WEIGHTS = "/org/twosource/weights/claim-likeness.txt";
  private static final String LEXICAL = "/org/twosource/weights/claim-likeness-lexical.txt";

  private static final int VECTOR_FEATURE = FEATURES.indexOf("counterparts, most");

  private final LinearModel withVectors;
  private final LinearModel lexical;

  public Likeness(LinearModel withVectors, LinearModel lexical) {
    this.withVectors = withVectors;
    this.lexical = lexical;
  }

  /** The committed weights. */
  public static Likeness standard() {
    return new Likeness(LinearModel.load(WEIGHTS, FEATURES), LinearModel.load(LEXICAL, FEATURES));
  }

  public double probability(double[] evidence) {
    return model(evidence).probability(evidence);
  }

  /** The evidence that speaks for one statement, with its value; what weighs most comes first. */
  public Map<String, Double> reasons(double[] evidence) {
    List<Double> weights = model(evidence).weights();
    Map<String, Double> reasons = new LinkedHashMap<>();
    IntStream.range(0, evidence.length)
        .filter(at -> weights.get(at) * evidence[at] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(at -> -weights.get(at) * evidence[at])
                .thenComparing(Comparator.naturalOrder()))
        .forEach(at -> reasons.put(FEATURES.get(at), evidence[at]));
    return reasons;
  }

  private LinearModel model(double[] evidence) {
    return evidence[VECTOR_FEATURE] > 0 ? withVectors : lexical;
  }
}
