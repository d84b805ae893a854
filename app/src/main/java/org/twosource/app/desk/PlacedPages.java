package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;

/**
 * The pages of a store in the order in which they are placed, brought up to date from the receipts
 * that came since: what was read once is not read again.
 *
 * <p>Keeps state; one thread at a time.
 */
final class PlacedPages {
  private final List<Store.PageKey> inOrder = new ArrayList<>();
  private final Map<String, Store.PageKey> keys = new HashMap<>();
  private String contents = "";
  private long seq = -1;

  /** Forgets what was read, so that all is read again. */
  void clear() {
    seq = -1;
  }

  /** All pages, in order; changes with the next call of {@link #update}. */
  List<Store.PageKey> inOrder() {
    return Collections.unmodifiableList(inOrder);
  }

  Store.PageKey key(String page) {
    return Objects.requireNonNull(keys.get(page), page);
  }

  /** The number of the last receipt that was read. */
  long seq() {
    return seq;
  }

  /**
   * What an update met.
   *
   * @param same how many pages at the beginning are as they were
   * @param isWhole whether all pages were read
   * @param fresh pages that were not known; only where not all were read
   * @param changed pages that are known with another text or date; likewise
   */
  record Update(int same, boolean isWhole, List<Store.PageKey> fresh, List<String> changed) {}

  Update update(Store store) {
    return store.read(
        view -> {
          String now = view.setting(Store.CONTENTS).orElse("");
          long last = view.lastReceipt();
          if (seq >= 0 && now.equals(contents)) {
            Update update = takeIn(view);
            seq = last;
            return update;
          }
          contents = now;
          seq = last;
          return new Update(read(view), true, List.of(), List.of());
        });
  }

  private int read(Store.View view) {
    List<Store.PageKey> all = new ArrayList<>(view.pages());
    all.sort(null); // a database may order letters in another way
    int same = 0;
    while (same < Math.min(all.size(), inOrder.size()) && all.get(same).equals(inOrder.get(same))) {
      same++;
    }
    inOrder.clear();
    inOrder.addAll(all);
    keys.clear();
    all.forEach(page -> keys.put(page.page(), page));
    return same;
  }

  private Update takeIn(Store.View view) {
    int same = inOrder.size();
    Set<String> fresh = new LinkedHashSet<>();
    Set<String> changed = new LinkedHashSet<>();
    for (Receipt receipt : view.receiptsAfter(seq, Integer.MAX_VALUE)) {
      if (receipt.outcome() == Outcome.STORED || receipt.outcome() == Outcome.VERSION_OF) {
        Optional<Store.PageKey> current = view.key(receipt.report().orElseThrow());
        if (current.isPresent()) {
          String page = current.get().page();
          boolean isKnown = keys.containsKey(page);
          int from = put(current.get());
          same = Math.min(same, from);
          if (!isKnown) {
            fresh.add(page);
          } else if (from < inOrder.size() && !fresh.contains(page)) {
            changed.add(page);
          }
        }
      }
    }
    return new Update(
        same, false, fresh.stream().map(this::key).sorted().toList(), List.copyOf(changed));
  }

  /** Answers the first place that changed. */
  private int put(Store.PageKey key) {
    Store.PageKey before = keys.put(key.page(), key);
    if (key.equals(before)) {
      return inOrder.size();
    }
    int from = inOrder.size();
    if (before != null) {
      from = Collections.binarySearch(inOrder, before);
      inOrder.remove(from);
    }
    int at = -1 - Collections.binarySearch(inOrder, key);
    inOrder.add(at, key);
    return Math.min(from, at);
  }
}
