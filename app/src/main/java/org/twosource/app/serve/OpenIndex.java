package org.twosource.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.twosource.app.desk.Derived;
import org.twosource.app.search.Hit;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.Store;

/**
 * The index of words, kept open and brought up to date by a thread of its own: soon after reports
 * were placed, and when somebody asks and something is missing in it. While much is missing, as
 * after a start or while much comes in, a page is answered from what was looked through so far, and
 * says how much that is; programs wait, and are refused where that takes long.
 *
 * <p>Any thread may ask.
 */
public final class OpenIndex implements AutoCloseable {
  /** What came since is waited for where it is no more than so many inputs: some 20 ms. */
  private static final long FEW = 8;

  /** From one bringing up to date to the next that nobody waits for. */
  private static final long APART_MILLIS = 1_000;

  /** While much is put in, how often what is on the disk so far is opened. */
  private static final long LOOK_NANOS = 1_000_000_000;

  private final Store store;
  private final Derived derived;
  private final DeskOptions.DeskLimits limits;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(BackgroundThreads.named("index"));
  private final AtomicBoolean soon = new AtomicBoolean();

  /** The number of the last receipt that was put into the index, also while that goes on. */
  private final AtomicLong reached = new AtomicLong();

  /** When it was looked for a newer index on the disk; of the thread of the index. */
  private long lookedNanos;

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
   * How far the index came.
   *
   * @param lookedThrough inputs that were looked through
   * @param of inputs that there are
   */
  public record Reach(long lookedThrough, long of) {
    public boolean isBehind() {
      return lookedThrough < of;
    }
  }

  /**
   * What was found.
   *
   * @param reach in how much
   */
  public record Found(List<Hit> hits, Reach reach) {}

  /**
   * The best hits, the best first, in all that came until now.
   *
   * @throws IllegalArgumentException saying what is wrong with the query
   * @throws Problem where much is missing in the index, and putting it in takes long
   */
  public List<Hit> search(String query, int most) {
    State now = state();
    return asked(
        limits.apiPatience(),
        Long.MAX_VALUE,
        held -> {
          if (held.of.receipt() < now.receipt()) {
            throw catchingUp(now);
          }
          return held.index.search(query, most);
        },
        () -> {
          throw catchingUp(now);
        });
  }

  private Problem catchingUp(State now) {
    return Problem.busy(
        String.format(
            Locale.ROOT,
            "the index of words is catching up, %,d of %,d inputs are looked through; search again"
                + " in a moment",
            reached.get(),
            now.receipt()));
  }

  /** The same for a page, which shows what is there. */
  public Found searchSoon(String query, int most) {
    return asked(
        limits.patience(),
        FEW,
        held ->
            new Found(
                held.index.search(query, most), new Reach(held.of.receipt(), state().receipt())),
        () -> {
          SearchIndex.check(query);
          return new Found(List.of(), new Reach(0, state().receipt()));
        });
  }

  /** How far it came; absent where nobody has asked it yet. */
  public Optional<Reach> reach() {
    State now = state();
    synchronized (this) {
      if (held == null && bringing == null && reached.get() == 0) {
        return Optional.empty();
      }
      long done = held == null ? reached.get() : Math.max(reached.get(), held.of.receipt());
      return Optional.of(new Reach(Math.min(done, now.receipt()), now.receipt()));
    }
  }

  /** How many reports fit each part of a query by itself. */
  public List<SearchIndex.Part> parts(String query) {
    return asked(limits.patience(), FEW, held -> held.index.parts(query), List::of);
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
   * @param otherwise where there is no index to be asked, or not yet
   */
  private <T> T asked(
      Duration patience, long much, Function<Held, T> asking, Supplier<T> otherwise) {
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
      return otherwise.get();
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

  /** Told by the thread of the index, again and again while much is put in. */
  private void reached(long receipt) {
    reached.set(receipt);
    long now = System.nanoTime();
    if (now - lookedNanos > LOOK_NANOS) {
      long held = reachHeld();
      show(kept -> kept > held);
      lookedNanos = System.nanoTime();
    }
  }

  private synchronized long reachHeld() {
    return held == null ? 0 : held.of.receipt();
  }

  /** Has the index asked as it lies on the disk, where it holds as much as is wanted. */
  private void show(LongPredicate isWanted) {
    SearchIndex.asItLies(store, derived.search(), isWanted)
        .ifPresent(index -> put(new Held(index, new State(index.lastReceipt(), "", -1))));
  }

  /** On the thread of the index. */
  private void bring() {
    synchronized (this) {
      bringing = null; // what comes from now on may not be in it any more
    }
    State now = state();
    Held before = taken();
    try {
      lookedNanos = System.nanoTime();
      if (before == null) {
        show(kept -> now.receipt() - kept > FEW);
      }
      if (before != null && before.of.equals(now)) {
        return;
      }
      SearchIndex made =
          before == null
              ? SearchIndex.open(store, derived.search(), derived.accounts(), this::reached)
              : before.index.again(derived.search(), derived.accounts(), this::reached);
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
