package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.fetch.LoopbackServer;
import org.twosource.app.store.Outcome;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;

/**
 * Feeds that grow while they are polled by processes that are killed (SIGKILL) at random moments:
 * at the end every entry is in the store once. {@code -Dsoak.feeds=300 -Dsoak.seconds=3600} for the
 * hour that a release is held to; a build takes a few seconds of it.
 */
class KilledWatchTest {
  private static final int FEEDS = Integer.getInteger("soak.feeds", 30);
  private static final Duration TIME = Duration.ofSeconds(Long.getLong("soak.seconds", 15));
  private static final int LATEST_MILLIS = 4_000;

  @TempDir Path folder;
  private final LoopbackServer web = new LoopbackServer();

  /** By feed, how many entries it has. */
  private final Map<Integer, Integer> entries = new ConcurrentHashMap<>();

  @AfterEach
  void close() {
    web.close();
  }

  private String feed(int feed) {
    int count = entries.get(feed);
    StringBuilder text =
        new StringBuilder("<rss version='2.0'><channel><title>Post " + feed + "</title>");
    for (int entry = 0; entry < count; entry++) {
      String name = feed + "-" + entry;
      text.append("<item><title>Notice ").append(name).append("</title><guid>n").append(name);
      text.append("</guid><link>https://post").append(feed).append(".example/").append(entry);
      text.append("</link><description>Berth ").append(name).append(" of harbour ");
      text.append(Integer.toString(7_919 * (feed + 1) * (entry + 3), 36));
      text.append(" is closed for work, said the office of ")
          .append(Integer.toString(entry * 31 + feed, 36));
      text.append(".</description></item>");
    }
    return text.append("</channel></rss>").toString();
  }

  private Process watching(Path list) throws IOException {
    List<String> command =
        OwnProcess.command(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), arguments(list));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private List<String> arguments(Path list) {
    return List.of(
        "watch",
        "--once",
        "--quiet",
        "--store",
        folder.resolve("store").toString(),
        "--allow",
        "127.0.0.0/8",
        "--fetch-limit",
        "pause-millis=0",
        list.toString());
  }

  @Test
  void everyEntryIsKeptOnceHoweverOftenTheProcessIsKilled() throws Exception {
    Random random = new Random(17);
    StringBuilder addresses = new StringBuilder();
    for (int feed = 0; feed < FEEDS; feed++) {
      int number = feed;
      entries.put(feed, 3);
      web.on("/" + feed, to -> LoopbackServer.send(to, 200, "application/rss+xml", feed(number)));
      addresses.append(web.at("/" + feed)).append('\n');
    }
    Path list = Files.writeString(folder.resolve("feeds.txt"), addresses);
    long until = System.nanoTime() + TIME.toNanos();
    int killed = 0;
    while (System.nanoTime() < until) {
      Process process = watching(list);
      boolean ended = process.waitFor(500 + random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
      killed += ended ? 0 : 1;
      process.destroyForcibly().waitFor();
      entries.replaceAll((feed, count) -> count + random.nextInt(2));
    }
    Run last = Run.of(arguments(list).toArray(String[]::new));
    assertThat(last.status()).as(last.err()).isZero();
    int all = entries.values().stream().mapToInt(Integer::intValue).sum();
    try (Store store = StorePlace.in(folder.resolve("store")).openToRead()) {
      int pages = store.read(Store.View::pages).size();
      System.out.printf("watches killed %d, entries %d, kept %d%n", killed, all, pages);
      assertThat(pages).isEqualTo(all);
      assertThat(store.read(Store.View::outcomes)).containsEntry(Outcome.STORED, (long) all);
      assertThat(store.verify(true)).isEmpty();
    }
    assertThat(killed).isPositive();
  }
}
