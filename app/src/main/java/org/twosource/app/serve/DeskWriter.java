package org.twosource.app.serve;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.twosource.app.desk.Settling;
import org.twosource.app.desk.StoryService;
import org.twosource.app.watch.CourierThread;

/**
 * The one thread that writes the store of a desk. What it is given is done in order; stories are
 * brought up to date behind it, so that a report is acknowledged before it is in its story.
 *
 * <p>Any thread may call it.
 */
public final class DeskWriter implements AutoCloseable {
  private static final long END_SECONDS = 3;

  private final StoryService service;
  private final Settling settling;
  private final Runnable placed;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().name("writer").daemon().unstarted(work));
  private final AtomicBoolean placing = new AtomicBoolean();
  private final CourierThread telling;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().name("clock").daemon().unstarted(work));
  private volatile String trouble = "";

  /**
   * @param placed run after reports were put into stories
   */
  DeskWriter(StoryService service, Settling.Times times, Runnable placed) {
    this.service = service;
    this.placed = placed;
    this.settling = new Settling(service, times);
    this.telling = new CourierThread(service.store());
    place();
    var unused = clock.scheduleWithFixedDelay(this::lookAround, 1, 1, TimeUnit.MINUTES);
    var unusedToo = clock.scheduleWithFixedDelay(this::settleSoon, 1, 1, TimeUnit.SECONDS);
  }

  /** Does something and answers when it is durable. */
  public <T> T write(Function<StoryService, T> work) {
    try {
      return thread.submit(() -> work.apply(service)).get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException | RejectedExecutionException ending) {
      throw Problem.busy("the desk is closing; send it again when it is open");
    }
  }

  /** Brings the stories up to date soon; once for all that came until then. */
  public void place() {
    if (placing.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            placing.set(false);
            bringUpToDate();
          });
    }
  }

  /** What a watch waits for may be that nothing comes. */
  private void lookAround() {
    try {
      thread.execute(service::lookAround);
    } catch (RejectedExecutionException closing) {
      // the desk ends
    }
  }

  private void settleSoon() {
    try {
      thread.execute(this::settle);
    } catch (RejectedExecutionException closing) {
      // the desk ends
    }
  }

  private void settle() {
    try {
      if (settling.isDue()) {
        settling.settle();
        trouble = "";
      }
    } catch (RuntimeException failure) {
      trouble = String.valueOf(failure.getMessage());
    }
  }

  /** What fails here is told on the page of the status and tried again with the next report. */
  private void bringUpToDate() {
    try {
      if (service.isBehind()) {
        settling.arrive();
        placed.run();
      }
      trouble = "";
    } catch (RuntimeException failure) {
      trouble = String.valueOf(failure.getMessage());
      System.err.println("twosource: the stories could not be brought up to date: " + trouble);
    }
  }

  /** Why the stories are not up to date; empty where they are, or soon will be. */
  public String trouble() {
    return trouble;
  }

  /** Lets what runs end if it does so in time; what was accepted and not placed is made up for. */
  @Override
  public void close() {
    clock.shutdownNow();
    telling.close();
    thread.shutdown();
    try {
      if (thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        service.close();
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }
}
