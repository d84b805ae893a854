package org.twosource.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twosource.app.fetch.Fetched.Failed;
import org.twosource.app.fetch.Fetched.Kind;

/** When a feed is asked again. */
class ScheduleTest {
  private static final URI FEED = URI.create("https://post.example/feed");
  private final Schedule schedule = new Schedule(Duration.ofMinutes(15), 7);

  private static Failed failed(Kind kind, Optional<Duration> pause) {
    return new Failed("reason", kind, pause);
  }

  private void between(Duration actual, Duration least, Duration most) {
    assertThat(actual).isBetween(least, most);
  }

  @Test
  void afterAnAnswerTheIntervalOrLongerWhereTheServerSaysSo() {
    between(
        schedule.afterAnswer(FEED, Optional.empty()),
        Duration.ofMinutes(15),
        Duration.ofMinutes(18));
    between(
        schedule.afterAnswer(FEED, Optional.of(Duration.ofMinutes(1))),
        Duration.ofMinutes(15),
        Duration.ofMinutes(18));
    between(
        schedule.afterAnswer(FEED, Optional.of(Duration.ofMinutes(40))),
        Duration.ofMinutes(40),
        Duration.ofMinutes(48));
    between(
        schedule.afterAnswer(FEED, Optional.of(Duration.ofDays(30))),
        Duration.ofMinutes(60),
        Duration.ofMinutes(72));
  }

  @Test
  void failuresDoubleTheTimeUpToADay() {
    Failed passing = failed(Kind.PASSING, Optional.empty());
    for (int failures = 1; failures <= 3; failures++) {
      Duration least = Duration.ofMinutes(15L << (failures - 1));
      between(
          schedule.afterFailure(FEED, passing, failures),
          least,
          least.multipliedBy(6).dividedBy(5));
    }
    for (int failures : new int[] {10, 40, Integer.MAX_VALUE}) {
      between(
          schedule.afterFailure(FEED, passing, failures), Duration.ofDays(1), Duration.ofHours(29));
    }
    between(
        schedule.afterFailure(FEED, failed(Kind.GONE, Optional.empty()), 1),
        Duration.ofDays(1),
        Duration.ofHours(29));
  }

  @Test
  void aServerIsNotAskedBeforeItWantsTo() {
    Failed tired = failed(Kind.PASSING, Optional.of(Duration.ofHours(5)));
    assertThat(schedule.afterFailure(FEED, tired, 1)).isGreaterThanOrEqualTo(Duration.ofHours(5));
  }

  @Test
  void theScatterIsTheSameForOneSeedAndDiffersBetweenFeeds() {
    Failed passing = failed(Kind.PASSING, Optional.empty());
    Set<Duration> times = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      URI feed = URI.create("https://post.example/feed" + i);
      Duration time = schedule.afterFailure(feed, passing, 1);
      assertThat(new Schedule(Duration.ofMinutes(15), 7).afterFailure(feed, passing, 1))
          .isEqualTo(time);
      times.add(time);
    }
    assertThat(times).hasSizeGreaterThan(90);
  }
}
