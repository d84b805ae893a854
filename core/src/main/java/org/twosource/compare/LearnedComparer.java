package org.twosource.compare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.encode.PairEncoder;
import org.twosource.encode.PairScores;
import org.twosource.encode.Repeats;

/**
 * An encoder with upper layers trained on pairs of sentences of news reports. The model is read at
 * the first comparison, once; a pair that was compared lately is not read again. Thread-safe.
 *
 * <p>A pair is always read in one order, the lesser text first, so that both orders give one
 * answer. A clause is read with a full stop: without one it is taken for broken off. The
 * calibration lies in the weights (docs/notes/compare.md).
 */
public final class LearnedComparer implements StatementComparer, AutoCloseable {
  private static final String WEIGHTS = "/org/twosource/weights/compare.onnx-part";

  /** Some 300 bytes each: the pairs of a large story. */
  private static final int PAIRS_KEPT = 20_000;

  private final PairModel model;
  private final Repeats<Optional<StatementComparison>> known = new Repeats<>(PAIRS_KEPT);

  private LearnedComparer(PairModel model) {
    this.model = model;
  }

  /** The comparer with the weights that come with the program; nothing is read yet. */
  public static LearnedComparer standard() {
    return new LearnedComparer(PairModel.of(WEIGHTS));
  }

  /** A comparer on a model that was opened elsewhere, or on none. */
  static LearnedComparer on(Optional<PairEncoder> encoder) {
    return new LearnedComparer(PairModel.on(encoder));
  }

  @Override
  public Optional<StatementComparison> compare(String first, String second) {
    String one = ended(first);
    String other = ended(second);
    return one.compareTo(other) <= 0
        ? inOrder(one, other)
        : inOrder(other, one).map(StatementComparison::turned);
  }

  private static String ended(String statement) {
    String words = statement.strip();
    return !words.isEmpty() && Character.isLetterOrDigit(words.codePointBefore(words.length()))
        ? words + "."
        : words;
  }

  private Optional<StatementComparison> inOrder(String first, String second) {
    return known.of(
        List.of(first, second), () -> model.encode(first, second).map(LearnedComparer::comparison));
  }

  static StatementComparison comparison(PairScores scores) {
    Map<StatementRelation, Double> probabilities = new EnumMap<>(StatementRelation.class);
    for (StatementRelation relation : StatementRelation.values()) {
      probabilities.put(relation, scores.values().get(relation.ordinal()));
    }
    return new StatementComparison(probabilities, scores.cut());
  }

  @Override
  public void close() {
    model.close();
  }
}
