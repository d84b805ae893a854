package org.twosource;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;

/**
 * The encoder, opened beside the reading of the inputs so that nobody waits for the half second it
 * takes; or when it is first asked for. Any thread may ask.
 */
final class EncoderOpener {
  /** Threads that may still be in native code. */
  private static final Queue<Thread> OPENERS = new ConcurrentLinkedQueue<>();

  private final FutureTask<Optional<Encoder>> opening = new FutureTask<>(OnnxEncoder::open);

  void start() {
    OPENERS.add(Thread.ofPlatform().daemon().name("opening the encoder").start(opening));
  }

  /**
   * Waits until nothing is being opened. A process calls it before it ends: the library's own
   * shutdown hook takes away what its native code still works with, and no other hook runs before
   * that one.
   */
  static void settle() {
    try {
      for (Thread opener = OPENERS.poll(); opener != null; opener = OPENERS.poll()) {
        opener.join();
      }
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
