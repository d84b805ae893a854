package org.twosource;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;

/**
 * The encoder, opened beside the reading of the inputs so that nobody waits for the half second it
 * takes; or when it is first asked for. Any thread may ask.
 */
final class Opening {
  private final FutureTask<Optional<Encoder>> opening = new FutureTask<>(OnnxEncoder::open);

  void start() {
    Thread.ofPlatform().daemon().name("opening the encoder").start(opening);
  }

  Optional<Encoder> encoder() {
    opening.run();
    try {
      return opening.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the encoder was opened", interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the encoder could not be opened", failure.getCause());
    }
  }
}
