package org.twosource.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.twosource.encode.OnnxPairEncoder;
import org.twosource.encode.PairEncoder;
import org.twosource.encode.PairScores;
import org.twosource.encode.Repeats;

/**
 * The encoder with upper layers trained on pairs of sentences of news reports. The model is read at
 * the first comparison, once; a pair that was compared lately is not read again. Thread-safe.
 *
 * <p>A pair is always read in one order, the lesser text first, so that both orders give one
 * answer. The calibration lies in the weights (docs/notes/compare.md).
 */
public final class LearnedComparer implements StatementComparer, AutoCloseable {
  private static final String WEIGHTS = "/org/twosource/weights/compare.onnx-part";
  private static final String OUTPUT = "relations";

  /** Some 300 bytes each: the pairs of a large story. */
  private static final int PAIRS_KEPT = 20_000;

  private final FutureTask<Optional<PairEncoder>> opening;
  private final Repeats<Optional<StatementComparison>> known = new Repeats<>(PAIRS_KEPT);

  private LearnedComparer(FutureTask<Optional<PairEncoder>> opening) {
    this.opening = opening;
  }

  /** The comparer with the weights that come with the program; nothing is read yet. */
  public static LearnedComparer standard() {
    return new LearnedComparer(new FutureTask<>(LearnedComparer::open));
  }

  /** A comparer on a model that was opened elsewhere, or on none. */
  static LearnedComparer on(Optional<PairEncoder> encoder) {
    return new LearnedComparer(new FutureTask<>(() -> encoder));
  }

  private static Optional<PairEncoder> open() {
    try (InputStream weights = LearnedComparer.class.getResourceAsStream(WEIGHTS)) {
      return weights == null
          ? Optional.empty()
          : OnnxPairEncoder.open(weights.readAllBytes(), OUTPUT);
    } catch (IOException failure) {
      throw new UncheckedIOException(WEIGHTS, failure);
    }
  }

  @Override
  public Optional<StatementComparison> compare(String first, String second) {
    return first.compareTo(second) <= 0
        ? inOrder(first, second)
        : inOrder(second, first).map(StatementComparison::turned);
  }

  private Optional<StatementComparison> inOrder(String first, String second) {
    return known.of(
        List.of(first, second),
        () ->
            encoder()
                .flatMap(encoder -> encoder.encode(first, second))
                .map(LearnedComparer::comparison));
  }

  private static StatementComparison comparison(PairScores scores) {
    Map<StatementRelation, Double> probabilities = new EnumMap<>(StatementRelation.class);
    for (StatementRelation relation : StatementRelation.values()) {
      probabilities.put(relation, scores.values().get(relation.ordinal()));
    }
    return new StatementComparison(probabilities, scores.cut());
  }

  private Optional<PairEncoder> encoder() {
    opening.run();
    try {
      return opening.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the comparison was opened", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the comparison could not be opened", failure.getCause());
    }
  }

  @Override
  public void close() {
    if (opening.state() == Future.State.SUCCESS) {
      opening.resultNow().ifPresent(PairEncoder::close);
    }
  }
}
