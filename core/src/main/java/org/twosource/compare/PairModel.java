package org.twosource.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.twosource.encode.OnnxPairEncoder;
import org.twosource.encode.PairEncoder;
import org.twosource.encode.PairScores;

/** A model that reads two texts at once, opened when it is first asked, once. Thread-safe. */
final class PairModel implements AutoCloseable {
  private final FutureTask<Optional<PairEncoder>> opening;

  private PairModel(FutureTask<Optional<PairEncoder>> opening) {
    this.opening = opening;
  }

  /**
   * The model with the weights of a file; nothing is read yet.
   *
   * @param weights absolute name on the class path
   */
  static PairModel of(String weights) {
    return new PairModel(new FutureTask<>(() -> open(weights)));
  }

  /** A model that was opened elsewhere, or none. */
  static PairModel on(Optional<PairEncoder> encoder) {
    return new PairModel(new FutureTask<>(() -> encoder));
  }

  private static Optional<PairEncoder> open(String name) {
    try (InputStream weights = PairModel.class.getResourceAsStream(name)) {
      return weights == null ? Optional.empty() : OnnxPairEncoder.open(weights.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(name, failure);
    }
  }

  /** Empty when there is no model or nothing to read. */
  Optional<PairScores> encode(String first, String second) {
    return encoder().flatMap(encoder -> encoder.encode(first, second));
  }

  private Optional<PairEncoder> encoder() {
    opening.run();
    try {
      return opening.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a model was opened", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a model could not be opened", failure.getCause());
    }
  }

  @Override
  public void close() {
    if (opening.state() == Future.State.SUCCESS) {
      opening.resultNow().ifPresent(PairEncoder::close);
    }
  }
}
