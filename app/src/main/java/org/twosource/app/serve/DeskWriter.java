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
 * The threads that write the store of a desk: one files what comes, the other does all else, in
 * order. So a report is acknowledged before it is in its story, and waits for no story that is
 * brought up to date.
 *
 * <p>Any thread may call it.
 */
public final class DeskWriter implements AutoCloseable {
  private static final long END_SECONDS = 3;

  /** When what was kept of placing is read: after the first page was shown. */
  private static final long READ_AFTER_SECONDS = 2;

  private final StoryService service;
  private final Settling settling;
  private final Runnable placed;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(BackgroundThreads.named("writer"));
  private final ExecutorService filing =
      Executors.newSingleThreadExecutor(BackgroundThreads.named("filing"));
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
    var unused =
        clock.scheduleWithFixedDelay(() -> soon(service::lookAround), 1, 1, TimeUnit.MINUTES);
    var unusedAtFirst =
        clock.schedule(() -> soon(service::prepare), READ_AFTER_SECONDS, TimeUnit.SECONDS);
    var unusedToo = clock.scheduleWithFixedDelay(() -> soon(this::settle), 1, 1, TimeUnit.SECONDS);
  }

  /** Does something and answers when it is durable. */
  public <T> T write(Function<StoryService, T> work) {
    return done(thread, work);
  }

  /** Accepts reports, and does nothing else. */
  <T> T file(Function<StoryService, T> work) {
    return done(filing, work);
  }

  private <T> T done(ExecutorService by, Function<StoryService, T> work) {
    try {
      return by.submit(() -> work.apply(service)).get();
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

  /** Does something that nobody waits for; what fails is told on the page of the status. */
  private void soon(Runnable work) {
    try {
      thread.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException failure) {
              trouble = String.valueOf(failure.getMessage());
            }
          });
    } catch (RejectedExecutionException closing) {
      // the desk ends
    }
  }

  private void settle() {
    if (settling.isDue()) {
      settling.settle();
      trouble = "";
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
    filing.shutdown();
    thread.shutdown();
    try {
      if (filing.awaitTermination(END_SECONDS, TimeUnit.SECONDS)
          && thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        service.close();
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }
}
