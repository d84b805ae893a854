package org.twosource.app.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Divides many reports on several threads and hands the texts on in order, a few at a time. */
final class Texts {
  private static final int AHEAD = 64;

  private final int threads;

  /**
   * Builders that nobody uses now. One that is made anew reads what languages look like again,
   * which costs as much as dividing a hundred reports.
   */
  private final Deque<StandardTextBuilder> free = new ConcurrentLinkedDeque<>();

  /**
   * @param threads 1 or more; the texts are the same whatever the number
   */
  Texts(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", must be 1 or more");
    }
    this.threads = threads;
  }

  /**
   * @param report asked on any of the threads
   * @param taker called on this one
   */
  void each(List<String> ids, Function<String, Report> report, Consumer<Text> taker) {
    inOrder(ids, id -> of(report.apply(id)), taker);
  }

  /**
   * Does some work on each of many, on the same threads.
   *
   * @param work on any of the threads
   * @param taker called on this one, in order
   */
  <A, B> void inOrder(List<A> all, Function<A, B> work, Consumer<B> taker) {
    if (all.size() <= 1) { // most of what arrives, arrives by itself
      all.forEach(one -> taker.accept(work.apply(one)));
      return;
    }
    Deque<Future<B>> ahead = new ArrayDeque<>();
    // of the priority of this thread
    try (ExecutorService workers = Executors.newFixedThreadPool(threads, Thread::new)) {
      for (A one : all) {
        if (ahead.size() == AHEAD) {
          taker.accept(next(ahead));
        }
        ahead.add(workers.submit(() -> work.apply(one)));
      }
      while (!ahead.isEmpty()) {
        taker.accept(next(ahead));
      }
    }
  }

  /** Divides one report; any thread may ask. */
  Text of(Report report) {
    StandardTextBuilder kept = free.poll();
    StandardTextBuilder builder = kept == null ? new StandardTextBuilder() : kept;
    Text text = builder.build(report);
    free.push(builder);
    return text;
  }

  private static <B> B next(Deque<Future<B>> ahead) {
    try {
      return ahead.remove().get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reports were divided", interrupted);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }
}
