package org.twosource.app.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.twosource.app.fetch.Fetched;

/**
 * When a feed is asked again. After an answer: after the interval, or as long as the server says
 * that its answer is fresh, up to an hour. After a failure: twice as long for each one, up to a
 * day, and never before the server wants it. All a little scattered, so that what failed together
 * does not come back together; the scatter is a function of seed, address and number of failures.
 *
 * @param interval between two polls of a feed
 */
public record Schedule(Duration interval, long seed) {
  private static final Duration LONGEST_FRESH = Duration.ofHours(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);

  /** Waiting times are made longer by up to this share. */
  private static final double SCATTER = .2;

  Duration afterAnswer(URI address, Optional<Duration> fresh) {
    Duration said = fresh.map(time -> least(time, LONGEST_FRESH)).orElse(interval);
    return scattered(most(interval, said), address, 0);
  }

  /**
   * @param failures in a row, this one included
   */
  Duration afterFailure(URI address, Fetched.Failed failed, int failures) {
    Duration doubled =
        failures > 20 ? LONGEST_BACK_OFF : interval.multipliedBy(1L << (failures - 1));
    Duration back =
        switch (failed.kind()) {
          case PASSING -> least(doubled, most(interval, LONGEST_BACK_OFF));
          case UNWELCOME, GONE, REFUSED -> most(interval, LONGEST_BACK_OFF);
        };
    return scattered(most(back, failed.pause().orElse(Duration.ZERO)), address, failures);
  }

  private Duration scattered(Duration time, URI address, int failures) {
    SplittableRandom random =
        new SplittableRandom(seed ^ (address.toString().hashCode() * 31L + failures));
    return time.plusMillis((long) (time.toMillis() * SCATTER * random.nextDouble()));
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration most(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
