package org.twosource.app.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How often something may be done by one of many: a number at once, and as many again over a span
 * of time (a token bucket). Of the many it remembers those that came last. Any thread may call it.
 */
final class Pace {
  private static final int REMEMBERED = 10_000;

  private final int most;
  private final long nanosEach;
  private final LongSupplier clock;
  private final Map<String, Long> fullAt =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param most 0 does not limit
   * @param clock nanoseconds
   */
  Pace(int most, java.time.Duration span, LongSupplier clock) {
    this.most = most;
    this.nanosEach = span.toNanos() / Math.max(1, most);
    this.clock = clock;
  }

  /** Takes one; where none is left, how many seconds to wait. */
  synchronized OptionalLong take(String who) {
    long now = clock.getAsLong();
    long full = Math.max(fullAt.getOrDefault(who, now), now) + nanosEach;
    long over = full - now - most * nanosEach;
    if (most > 0 && over > 0) {
      return OptionalLong.of(Math.max(1, (over + 999_999_999) / 1_000_000_000));
    }
    fullAt.put(who, full);
    return OptionalLong.empty();
  }

  /** What was taken last counts no more. */
  synchronized void giveBack(String who) {
    fullAt.computeIfPresent(who, (any, full) -> full - nanosEach);
  }
}
