package org.twosource.app.watch;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.twosource.app.store.Store;

/** Tells channels what is due, every few seconds, beside what a process does. */
public final class CourierThread implements AutoCloseable {
  private static final long EVERY_MILLIS = 3_000;
  private static final long END_MILLIS = 1_000;

  private final Courier courier;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("courier").factory());

  /** Why channels could not be told; of the thread. */
  private String trouble = "";

  /** Begins at once. */
  public CourierThread(Store store) {
    this.courier = new Courier(store, Clock.systemUTC());
    var unused =
        thread.scheduleWithFixedDelay(this::deliver, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What fails is tried again and again, and said once. */
  private void deliver() {
    try {
      courier.deliver();
      trouble = "";
    } catch (RuntimeException failure) {
      String why = String.valueOf(failure.getMessage());
      if (!why.equals(trouble)) {
        System.err.println("twosource: channels could not be told, and will be: " + why);
      }
      trouble = why;
    }
  }

  /** Breaks off what is under way; it is told again next time. */
  @Override
  public void close() {
    thread.shutdown();
    courier.close();
    try {
      boolean ended = thread.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
      if (!ended) {
        thread.shutdownNow();
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }
}
