package org.twosource.app.desk;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * When stories are settled that reports arrive in: after a moment without a report, or where
 * reports come all the time, when that was put off for long. Then a little is done at a time, so
 * that reports still get in between.
 *
 * <p>Keeps state; one thread at a time.
 */
public final class Settling {
  /** Time for counting sources in one go. */
  private static final Duration ONE_GO = Duration.ofMillis(500);

  /** While reports come, settling takes at most one part in this many of the time. */
  private static final int SHARE = 5;

  private final StoryService service;
  private final Times times;
  private final LongSupplier nanos;
  private boolean isSettled;
  private long arrivedNanos;
  private long unsettledNanos;
  private long wentNanos;
  private long tookNanos;

  /**
   * How long settling waits.
   *
   * @param quiet time without a report after which stories are settled
   * @param longest time after which they are settled also where reports come all the time
   */
  public record Times(Duration quiet, Duration longest) {
    public Times {
      if (quiet.isNegative() || longest.compareTo(quiet) < 0) {
        throw new IllegalArgumentException(
            "stories are settled after a time of 0 or more, and at the latest after one that is no"
                + " shorter; not after "
                + quiet.toSeconds()
                + " and "
                + longest.toSeconds()
                + " seconds");
      }
    }

    public static Times standard() {
      return new Times(Duration.ofSeconds(5), Duration.ofMinutes(5));
    }
  }

  public Settling(StoryService service, Times times) {
    this(service, times, System::nanoTime);
  }

  Settling(StoryService service, Times times, LongSupplier nanos) {
    this.service = service;
    this.times = times;
    this.nanos = nanos;
    this.arrivedNanos = nanos.getAsLong();
    this.unsettledNanos = arrivedNanos;
    this.wentNanos = arrivedNanos;
  }

  /** Places what came; see {@link StoryService#arrive}. */
  public Set<String> arrive() {
    Set<String> changed = service.arrive();
    arrivedNanos = nanos.getAsLong();
    if (isSettled) {
      unsettledNanos = arrivedNanos;
    }
    isSettled = service.isSettled();
    return changed;
  }

  /** Whether it is time for a go, and there is something to settle. */
  public boolean isDue() {
    long now = nanos.getAsLong();
    boolean isQuiet = now - arrivedNanos > times.quiet().toNanos();
    boolean isLate =
        now - unsettledNanos > times.longest().toNanos() && now - wentNanos > tookNanos * SHARE;
    if (!isQuiet && !isLate) {
      return false;
    }
    isSettled = service.isSettled();
    return !isSettled;
  }

  /** One go; it is due again where that did not suffice. */
  public Set<String> settle() {
    long began = nanos.getAsLong();
    Set<String> changed = service.settle(ONE_GO);
    wentNanos = nanos.getAsLong();
    tookNanos = wentNanos - began;
    isSettled = service.isSettled();
    return changed;
  }
}
