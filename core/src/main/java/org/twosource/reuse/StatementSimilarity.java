package org.twosource.reuse;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Grammar;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordRarity;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * How far two sentences say the same, a logistic regression on features that can be shown: vectors
 * of sentences and words, words shared, grammar, numbers and names on one side only, negation.
 * Every feature is the same in both directions. It measures likeness of meaning; it does not see
 * every change of fact, which is the work of distortion. Immutable, for any thread.
 */
public final class StatementSimilarity {
  /** Names of the values, in the order of {@link #features}. */
  public static final List<String> FEATURES = StatementFeatures.NAMES;

  private static final String MODEL = "/org/twosource/weights/same-statement.txt";

  private final LinearModel model;
  private final WordRarity rarity;
  private final Language language;
  private final Synonyms synonyms = Synonyms.standard();

  public StatementSimilarity(LinearModel model, WordRarity rarity, Language language) {
    this.model = model;
    this.rarity = rarity;
    this.language = language;
  }

  /** With the weights and words that come with the program, for English. */
  public static StatementSimilarity standard() {
    return new StatementSimilarity(
        LinearModel.load(MODEL, FEATURES),
        WordRarity.standard(),
        Language.find("en").orElseThrow());
  }

  /**
   * One sentence, ready to be compared.
   *
   * @param vector of the sentence, length 1
   * @param rows one vector a token, each of length 1
   * @param syntax its grammar, where it was parsed
   */
  public record ComparedSentence(
      List<Token> tokens, float[] vector, float[][] rows, Optional<Grammar> syntax) {}

  /** A sentence of an annotated text; empty where there are no vectors. */
  public static Optional<ComparedSentence> side(Annotated text, int sentence) {
    Optional<float[]> vector = text.vectors().sentence(sentence);
    Optional<float[][]> rows = text.vectors().tokens(sentence);
    return vector.isEmpty() || rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ComparedSentence(
                text.sentences().get(sentence).tokens(),
                vector.get(),
                rows.get(),
                text.syntax(sentence)));
  }

  /**
   * The likeness of two sentences, 0 (nothing in common) to 1 (the same); empty where there are no
   * vectors.
   */
  public OptionalDouble similarity(Annotated a, int sentenceA, Annotated b, int sentenceB) {
    Optional<ComparedSentence> left = side(a, sentenceA);
    Optional<ComparedSentence> right = side(b, sentenceB);
    return left.isEmpty() || right.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(similarity(left.get(), right.get()));
  }

  /** The likeness, 0 to 1. */
  public double similarity(ComparedSentence a, ComparedSentence b) {
    return model.probability(features(a, b));
  }

  /**
   * What the likeness rests on: each feature with what it adds to the log odds, what moves it most
   * first. The bias is left out.
   */
  public Map<String, Double> reasons(ComparedSentence a, ComparedSentence b) {
    double[] values = features(a, b);
    Map<String, Double> reasons = new LinkedHashMap<>();
    IntStream.range(0, values.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer at) -> -Math.abs(added(at, values)))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(at -> reasons.put(FEATURES.get(at), added(at, values)));
    return reasons;
  }

  private double added(int at, double[] values) {
    return model.weights().get(at) * values[at];
  }

  /** One value a feature, most of them from 0 to 1. */
  public double[] features(ComparedSentence a, ComparedSentence b) {
    return StatementFeatures.of(
        new StatementPair(
            StatementSide.of(a, rarity, language),
            StatementSide.of(b, rarity, language),
            synonyms));
  }
}
