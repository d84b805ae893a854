package org.twosource.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a command that runs until it is stopped does when the system asks it to: it begins to end,
 * and the process waits until it has. Opened before, and so closed after, all that has to end; used
 * by the thread of the command.
 */
public final class StopSignal implements AutoCloseable {
  /** The system waits about ten seconds for a process that it stops; we promise five. */
  private static final long STOP_MILLIS = 4_500;

  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Thread hook;

  /**
   * @param stop begins the end, and returns at once
   */
  public void heed(Runnable stop) {
    Thread waiting = new Thread(() -> await(stop), "stop");
    Runtime.getRuntime().addShutdownHook(waiting);
    hook = waiting;
  }

  private void await(Runnable stop) {
    stop.run();
    try {
      boolean inTime = ended.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.err.println("twosource: stopped while it was busy; the next run goes on from there");
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      if (hook != null) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    } catch (IllegalStateException shuttingDown) {
      // it runs already
    }
  }
}
