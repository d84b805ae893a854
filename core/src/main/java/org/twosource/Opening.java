package org.twosource;

import java.time.Duration;
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
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final FutureTask<Optional<Encoder>> opening = new FutureTask<>(OnnxEncoder::open);

  /** A process that ends meanwhile waits until it is done: the native code would crash. */
  void start() {
    Thread opener = Thread.ofPlatform().daemon().name("opening the encoder").start(opening);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> waitFor(opener)));
  }

  private static void waitFor(Thread opener) {
    try {
      opener.join(LONGEST);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
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
