package org.twosource.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.twosource.compare.StatementComparison;
import org.twosource.reuse.StatementSimilarity.ComparedSentence;

/**
 * How surely two sentences state the same: the features of {@link StatementSimilarity} and the
 * learned comparison together, two logistic regressions learned from labelled pairs of news. Each
 * sees what the other does not (docs/notes/compare.md). Immutable, for any thread.
 */
public final class StatementTie {
  /** The log odds of the learned comparison, beside the features of words. */
  public static final String COMPARED = "compared";

  /** Names of the values, in the order of {@link #values}. */
  public static final List<String> FEATURES =
      Stream.concat(StatementSimilarity.FEATURES.stream(), Stream.of(COMPARED)).toList();

  /**
   * From here on one entails the other in .93 of pairs: .70 on the stories for choosing, where it
   * gave .932 on 162 pairs of stories not seen, and a margin (statement-tie.card.md).
   */
  public static final double ENTAILING = .75;

  /**
   * From here on a whole statement is common in .93 of pairs: .80 on the stories for choosing,
   * where it gave .944 on 216 pairs of stories not seen, and a margin.
   */
  public static final double SHARING = .83;

  private static final String MODEL = "/org/twosource/weights/statement-tie-%s.txt";

  /** Surer than this is no probability. */
  private static final double LEAST = 1e-5;

  private final StatementSimilarity similarity = StatementSimilarity.standard();
  private final LinearModel entailing;
  private final LinearModel sharing;

  private StatementTie(LinearModel entailing, LinearModel sharing) {
    this.entailing = entailing;
    this.sharing = sharing;
  }

  /** With the weights that come with the program. */
  public static StatementTie standard() {
    return new StatementTie(
        LinearModel.load(MODEL.formatted("entailing"), FEATURES),
        LinearModel.load(MODEL.formatted("sharing"), FEATURES));
  }

  /** That one of them entails the other, from 0 to 1. */
  public double entailment(ComparedSentence a, ComparedSentence b, StatementComparison comparison) {
    return entailing.probability(values(similarity.features(a, b), comparison.entailment()));
  }

  /** That a whole statement is common to both, from 0 to 1. */
  public double shared(ComparedSentence a, ComparedSentence b, StatementComparison comparison) {
    return sharing.probability(values(similarity.features(a, b), comparison.shared()));
  }

  /** The features of words, and the log odds of what the learned comparison says. */
  public static double[] values(double[] features, double compared) {
    double[] values = new double[features.length + 1];
    System.arraycopy(features, 0, values, 0, features.length);
    values[features.length] = logOdds(compared);
    return values;
  }

  private static double logOdds(double probability) {
    double bounded = Math.clamp(probability, LEAST, 1 - LEAST);
    return Math.log(bounded / (1 - bounded));
  }

  /**
   * A model of both out of a model of words and one that weighs its log odds against the compared
   * ones.
   */
  public static LinearModel joined(LinearModel words, LinearModel weighing) {
    double share = weighing.weights().getFirst();
    List<Double> weights = new ArrayList<>();
    words.weights().forEach(weight -> weights.add(share * weight));
    weights.add(weighing.weights().getLast());
    return new LinearModel(FEATURES, weights, weighing.bias() + share * words.bias());
  }
}
