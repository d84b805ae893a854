package org.twosource.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.twosource.app.desk.Derived;
import org.twosource.app.search.Hit;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.Store;

/**
 * The index of words, kept open and brought up to date by a thread of its own: soon after reports
 * were placed, and when somebody asks and something is missing in it. While much comes in, a page
 * is answered from the index as it was a moment ago, and says so; programs wait.
 *
 * <p>Any thread may ask.
 */
public final class OpenIndex implements AutoCloseable {
  /** What came since is waited for where it is no more than so many inputs: some 20 ms. */
  private static final long FEW = 8;

  /** From one bringing up to date to the next that nobody waits for. */
  private static final long APART_MILLIS = 1_000;

  private final Store store;
  private final Derived derived;
  private final DeskOptions.DeskLimits limits;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(BackgroundThreads.named("index"));
  private final AtomicBoolean soon = new AtomicBoolean();

  /** The number of the last receipt that was put into the index, also while that goes on. */
  private final AtomicLong reached = new AtomicLong();

  private @Nullable Held held;
  private @Nullable CompletableFuture<Void> bringing;

  OpenIndex(Store store, Derived derived, DeskOptions.DeskLimits limits) {
    this.store = store;
    this.derived = derived;
    this.limits = limits;
  }

  /** An open index, and what it was made of; closed when it is old and nobody asks it. */
  private static final class Held {
    final SearchIndex index;
    final State of;
    int askers;
    boolean isOld;

    Held(SearchIndex index, State of) {
      this.index = index;
      this.of = of;
    }
  }

  /** What an index is made of. */
  private record State(long receipt, String contents, long accounts) {}

  /**
   * What was found.
   *
   * @param isBehind whether reports came that were not looked through
   */
  public record Found(List<Hit> hits, boolean isBehind) {}

  /**
   * The best hits, the best first, in all that came.
   *
   * @throws IllegalArgumentException saying what is wrong with the query
   * @throws Problem where the index is being made for the first time and that takes long
   */
  public List<Hit> search(String query, int most) {
    return asked(limits.apiPatience(), Long.MAX_VALUE, held -> held.index.search(query, most));
  }

  /** The same for a page, which shows what is there. */
  public Found searchSoon(String query, int most) {
    return asked(
        limits.patience(),
        FEW,
        held -> new Found(held.index.search(query, most), !held.of.equals(state())));
  }

  /** How many reports fit each part of a query by itself. */
  public List<SearchIndex.Part> parts(String query) {
    return asked(limits.patience(), FEW, held -> held.index.parts(query));
  }

  /** Brings an index that somebody asked before up to date in a moment. */
  void bringUpToDateSoon() {
    synchronized (this) {
      if (held == null) {
        return;
      }
    }
    if (soon.compareAndSet(false, true)) {
      try {
        var unused =
            thread.schedule(
                () -> {
                  soon.set(false);
                  bring();
                },
                APART_MILLIS,
                TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closing) {
        // the desk ends
      }
    }
  }

  /**
   * @param patience for an index that is opened, and for what came since where that is not much
   * @param much how many inputs are not waited for
   */
  private <T> T asked(Duration patience, long much, Function<Held, T> asking) {
    State now = state();
    Held before = taken();
    boolean isBehind = before == null || !before.of.equals(now);
    if (isBehind && (before == null || now.receipt() - before.of.receipt() <= much)) {
      wait(bringing(), patience);
    } else if (isBehind) {
      var unused = bringing();
    }
    if (before != null) {
      free(before);
    }
    Held open = taken();
    if (open == null) {
      throw Problem.busy(
          String.format(
              Locale.ROOT,
              "the index of words is being made, %,d of %,d inputs; search again in a moment",
              reached.get(),
              now.receipt()));
    }
    try {
      return asking.apply(open);
    } finally {
      free(open);
    }
  }

  private State state() {
    long accounts = changed(derived.accounts());
    return store.read(
        view -> new State(view.lastReceipt(), view.setting(Store.CONTENTS).orElse(""), accounts));
  }

  /** When something was last put into a folder; 0 where there is none. */
  private static long changed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).to(TimeUnit.NANOSECONDS);
    } catch (IOException none) {
      return 0;
    }
  }

  private synchronized @Nullable Held taken() {
    Held open = held;
    if (open != null) {
      open.askers++;
    }
    return open;
  }

  private synchronized void free(Held one) {
    one.askers--;
    closeIfDone(one);
  }

  private static void closeIfDone(Held one) {
    if (one.isOld && one.askers == 0) {
      one.index.close();
    }
  }

  /** What is under way; begun where nothing is. */
  private synchronized CompletableFuture<Void> bringing() {
    CompletableFuture<Void> under = bringing;
    if (under == null) {
      try {
        under = CompletableFuture.runAsync(this::bring, thread);
      } catch (RejectedExecutionException closing) {
        throw Problem.busy("the desk is closing");
      }
      bringing = under;
    }
    return under;
  }

  private static void wait(CompletableFuture<Void> bringing, Duration patience) {
    try {
      bringing.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      // what is there is asked
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new CompletionException(failure.getCause());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw Problem.busy("the desk is closing");
    }
  }

  /** On the thread of the index. */
  private void bring() {
    synchronized (this) {
      bringing = null; // what comes from now on may not be in it any more
    }
    State now = state();
    Held before = taken();
    try {
      if (before != null && before.of.equals(now)) {
        return;
      }
      SearchIndex made =
          before == null
              ? SearchIndex.open(store, derived.search(), derived.accounts(), reached::set)
              : before.index.again(derived.search(), derived.accounts(), reached::set);
      put(new Held(made, now));
    } finally {
      if (before != null) {
        free(before);
      }
    }
  }

  private synchronized void put(Held next) {
    Held before = held;
    held = thread.isShutdown() ? null : next;
    if (held == null) {
      next.index.close();
    }
    if (before != null) {
      before.isOld = true;
      closeIfDone(before);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (this) {
      Held open = held;
      held = null;
      if (open != null) {
        open.isOld = true;
        closeIfDone(open);
      }
    }
  }
}
