package org.twosource.app.serve;

import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.twosource.app.desk.Derived;
import org.twosource.app.search.Hit;
import org.twosource.app.search.SearchIndex;
import org.twosource.app.store.Store;

/**
 * The index of words, kept open and brought up to date when the store has received something since.
 * Any thread may search; those who come while it is brought up to date wait.
 */
public final class OpenIndex implements AutoCloseable {
  private final Store store;
  private final Derived derived;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private @Nullable SearchIndex index;
  private String of = "";

  OpenIndex(Store store, Derived derived) {
    this.store = store;
    this.derived = derived;
  }

  /**
   * The best hits, the best first.
   *
   * @throws IllegalArgumentException saying what is wrong with the query
   */
  public List<Hit> search(String query, int most) {
    return asked(open -> open.search(query, most));
  }

  /** How many reports fit each part of a query by itself. */
  public List<SearchIndex.Part> parts(String query) {
    return asked(open -> open.parts(query));
  }

  private <T> T asked(Function<SearchIndex, T> asking) {
    bringUpToDate();
    lock.readLock().lock();
    try {
      SearchIndex open = index;
      if (open == null) {
        throw Problem.busy("the desk is closing");
      }
      return asking.apply(open);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void bringUpToDate() {
    String now =
        store.read(view -> view.lastReceipt() + " " + view.setting(Store.CONTENTS).orElse(""));
    lock.readLock().lock();
    try {
      if (index != null && of.equals(now)) {
        return;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      if (index == null || !of.equals(now)) {
        SearchIndex before = index;
        index =
            before == null
                ? SearchIndex.open(store, derived.search(), derived.accounts())
                : before.again(derived.search(), derived.accounts());
        if (before != null) {
          before.close();
        }
        of = now;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (index != null) {
        index.close();
        index = null;
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
