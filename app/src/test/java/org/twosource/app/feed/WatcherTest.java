package org.twosource.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.MovedClock;
import org.twosource.app.desk.Settling;
import org.twosource.app.desk.StoryService;
import org.twosource.app.fetch.Cidr;
import org.twosource.app.fetch.FetchLimits;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.LoopbackServer;
import org.twosource.app.fetch.Passwords;
import org.twosource.app.fetch.ReachableAddresses;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Receipt;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;

/** Polling while the clock of the machine jumps, and feeds that are too much. */
class WatcherTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @TempDir Path folder;
  private final LoopbackServer web = new LoopbackServer();
  private final MovedClock clock = new MovedClock(NOON);

  @AfterEach
  void close() {
    web.close();
  }

  private static final class Polls implements Watcher.Listener {
    final AtomicInteger count = new AtomicInteger();

    @Override
    public void polled(Feed feed, Map<Outcome, Long> outcomes, long bytes) {
      count.incrementAndGet();
    }

    @Override
    public void failed(Feed feed, String reason, boolean isNews) {
      count.incrementAndGet();
    }
  }

  private Watcher watcher(StoryService service, Polls polls) {
    return new Watcher(
        service,
        Settling.Times.standard(),
        new Fetcher(
            FetchLimits.standard().with("pause-millis", 0),
            new ReachableAddresses(List.of(Cidr.parse("127.0.0.0/8"))),
            Passwords.NONE),
        new InputReader(Limits.standard()),
        new Schedule(Duration.ofMinutes(15), 1),
        List.of(polls),
        clock);
  }

  private List<Feed> feeds(String... paths) {
    return java.util.Arrays.stream(paths)
        .map(path -> new Feed(URI.create(web.at(path)), Optional.empty()))
        .toList();
  }

  private static void await(Polls polls, int count) throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (polls.count.get() < count && System.nanoTime() < patience) {
      Thread.sleep(10);
    }
    assertThat(polls.count.get()).isGreaterThanOrEqualTo(count);
  }

  @Test
  void aClockThatIsSetBackOrForwardStopsNoFeed() throws Exception {
    for (String path : List.of("/a", "/b")) {
      web.on(path, to -> LoopbackServer.send(to, 200, "text/xml", feed(1)));
    }
    try (StoryService service = StoryService.open(StorePlace.in(folder));
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Polls polls = new Polls();
      Watcher watcher = watcher(service, polls);
      Future<?> running = thread.submit(() -> watcher.run(feeds("/a", "/b")));
      await(polls, 2);
      clock.set(NOON.minus(Duration.ofDays(400)));
      await(polls, 4);
      clock.set(NOON.plus(Duration.ofDays(400)));
      await(polls, 6);
      watcher.stop();
      running.get(10, TimeUnit.SECONDS);
      assertThat(service.store().verify(true)).isEmpty();
      clock.set(NOON);
      Polls again = new Polls();
      Watcher second = watcher(service, again);
      Future<?> later = thread.submit(() -> second.run(feeds("/a", "/b")));
      await(again, 2);
      second.stop();
      later.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aFeedOfAHundredThousandItemsIsToldAndCostsNoOther() {
    String endless = feed(100_000);
    web.on("/endless", to -> LoopbackServer.send(to, 200, "text/xml", endless));
    web.on("/good", to -> LoopbackServer.send(to, 200, "text/xml", feed(3)));
    try (StoryService service = StoryService.open(StorePlace.in(folder))) {
      Watcher watcher = watcher(service, new Polls());
      watcher.once(feeds("/endless", "/good"));
      assertThat(watcher.counts())
          .containsEntry(Outcome.STORED, 3L)
          .containsEntry(Outcome.QUARANTINED, 1L);
      assertThat(service.store().<List<Receipt>>read(view -> view.receiptsAfter(0, 10)))
          .anySatisfy(
              receipt ->
                  assertThat(receipt.reason())
                      .hasValueSatisfying(reason -> assertThat(reason).contains("page-tags")));
      assertThat(service.store().read(Store.View::raws)).hasSize(2);
    }
  }

  private static String feed(int items) {
    StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>Post</title>");
    for (int i = 0; i < items; i++) {
      feed.append(
          String.format(
              Locale.ROOT,
              "<item><title>Notice %1$d</title><guid>n%1$d</guid><description>Berth %1$d is closed"
                  + " for work at the quay.</description></item>",
              i));
    }
    return feed.append("</channel></rss>").toString();
  }
}
