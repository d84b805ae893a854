package org.twosource;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A limit on the processor time of a piece of work, which runs on a thread of its own: a busy
 * machine fails no test. What waits for longer than {@value #WAITING} times the limit fails too.
 */
public final class CpuLimit {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WAITING = 20;
  private static final int LOOK_MILLIS = 50;

  private CpuLimit() {}

  /** What the work gives; the test fails where it takes longer. */
  public static <T> T within(Duration limit, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread worker = Thread.ofPlatform().daemon().start(task);
    long end = System.nanoTime() + limit.multipliedBy(WAITING).toNanos();
    try {
      while (true) {
        try {
          return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
          if (THREADS.getThreadCpuTime(worker.threadId()) > limit.toNanos()
              || System.nanoTime() > end) {
            task.cancel(true);
            return fail("takes more than " + limit.toSeconds() + " CPU seconds");
          }
        }
      }
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
