package org.twosource.app.serve;

import java.util.EnumMap;
import java.util.Map;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Store;

/**
 * How many inputs came to what: counted over all of a store once, then what came since. Any thread
 * may ask.
 */
public final class Received {
  private final Store store;
  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private String contents = "";
  private long seq = -1;

  public Received(Store store) {
    this.store = store;
  }

  /** Every outcome has a number. */
  public synchronized Map<Outcome, Long> counts() {
    store.read(
        view -> {
          String now = view.setting(Store.CONTENTS).orElse("");
          boolean isSame = seq >= 0 && now.equals(contents); // else receipts may have gone
          if (!isSame) {
            counts.clear();
          }
          view.outcomesAfter(isSame ? seq : 0)
              .forEach((outcome, count) -> counts.merge(outcome, count, Long::sum));
          contents = now;
          seq = view.lastReceipt();
          return seq;
        });
    return new EnumMap<>(counts);
  }
}
