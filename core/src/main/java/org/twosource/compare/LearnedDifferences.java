package org.twosource.compare;

import java.util.List;
import java.util.Optional;
import org.twosource.encode.PairEncoder;
import org.twosource.encode.PairScores;
import org.twosource.encode.Repeats;
import org.twosource.report.Span;

/**
 * An encoder with upper layers trained on sentences and copies of them, some of which tell
 * something else. The model is read at the first pair, once; a pair that was read lately is not
 * read again. Thread-safe.
 */
public final class LearnedDifferences implements DifferenceReader, AutoCloseable {
  private static final String WEIGHTS = "/org/twosource/weights/differences.onnx-part";

  /** Some 4 kB each. */
  private static final int PAIRS_KEPT = 2_000;

  private final PairModel model;
  private final Repeats<Optional<Difference>> known = new Repeats<>(PAIRS_KEPT);

  private LearnedDifferences(PairModel model) {
    this.model = model;
  }

  /** The reader with the weights that come with the program; nothing is read yet. */
  public static LearnedDifferences standard() {
    return new LearnedDifferences(PairModel.of(WEIGHTS));
  }

  /** A reader on a model that was opened elsewhere, or on none. */
  static LearnedDifferences on(Optional<PairEncoder> encoder) {
    return new LearnedDifferences(PairModel.on(encoder));
  }

  @Override
  public Optional<Difference> read(String before, String after) {
    return known.of(
        List.of(before, after),
        () -> model.encode(before, after).map(LearnedDifferences::difference));
  }

  private static Difference difference(PairScores scores) {
    return new Difference(
        places(scores.first()),
        places(scores.second()),
        scores.differs(),
        LearnedComparer.comparison(scores));
  }

  private static List<Difference.Place> places(List<PairScores.Place> pieces) {
    return pieces.stream()
        .map(piece -> new Difference.Place(new Span(piece.start(), piece.end()), piece.changed()))
        .toList();
  }

  @Override
  public void close() {
    model.close();
  }
}
