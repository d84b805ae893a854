package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.command.ExitStatus;
import org.twosource.app.fetch.LoopbackServer;
import org.twosource.app.metrics.Exposition;
import org.twosource.app.metrics.MetricsServer;
import org.twosource.app.store.SqliteStore;
import org.twosource.app.store.Store;

/** Feeds into a store, as a user meets it. */
class WatchCommandTest {
  @TempDir Path folder;
  private final LoopbackServer web = new LoopbackServer();

  @AfterEach
  void close() {
    web.close();
  }

  private static String item(int number, String more) {
    return "<item><title>Notice "
        + number
        + "</title><link>https://post.example/notice/"
        + number
        + "</link><guid>n"
        + number
        + "</guid><description>Notice "
        + number
        + " of the harbour office of Marlow: berth "
        + number
        + " is closed on Monday for work at the quay, and ships go to the northern basin."
        + more
        + "</description></item>";
  }

  private static String feed(String... items) {
    return "<rss version='2.0'><channel><title>Harbour Post</title><lastBuildDate>"
        + System.nanoTime()
        + "</lastBuildDate>"
        + String.join("", items)
        + "</channel></rss>";
  }

  private LoopbackServer on(String path, String... items) {
    return web.on(path, to -> LoopbackServer.send(to, 200, "application/rss+xml", feed(items)));
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  private List<String> command(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("watch", "--store", store(), "--allow", "127.0.0.0/8", "--fetch-limit"));
    command.add("pause-millis=0");
    command.addAll(List.of(more));
    return command;
  }

  private Run once(String... more) {
    List<String> command = command(more);
    command.add("--once");
    return Run.of(command.toArray(String[]::new));
  }

  private int pages() {
    try (Store store = SqliteStore.openToRead(folder.resolve("store"))) {
      return store.read(Store.View::pages).size();
    }
  }

  @Test
  void whatIsNewIsStoredOnceAndWhatChangedIsAVersion() throws IOException {
    Path list = Files.writeString(folder.resolve("feeds.txt"), web.at("/a") + "\n");
    on("/a", item(1, ""), item(2, ""));
    assertThat(once(list.toString()).out())
        .endsWith("stored 2, versions 0, duplicates 0, quarantined 0\n");
    assertThat(once(list.toString()).out())
        .as("the same entries in other bytes")
        .endsWith("stored 0, versions 0, duplicates 0, quarantined 0\n");
    on("/a", item(3, ""), item(2, " Correction: it is closed until Thursday."), item(1, ""));
    assertThat(once("--json", "-").out()).contains("\"stored\" : 1").contains("\"versions\" : 1");
    assertThat(pages()).isEqualTo(3);
    assertThat(Run.of("verify", "--store", store()).status()).isZero();
    assertThat(Run.of("rebuild", "--store", store()).status()).isZero();
    assertThat(pages()).isEqualTo(3);
  }

  @Test
  void aFeedThatDidNotChangeIsNotSentAgain() {
    AtomicInteger sent = new AtomicInteger();
    web.on(
        "/a",
        to -> {
          boolean same = "\"v\"".equals(to.getRequestHeaders().getFirst("If-None-Match"));
          sent.addAndGet(same ? 0 : 1);
          to.getResponseHeaders().set("ETag", "\"v\"");
          LoopbackServer.send(to, same ? 304 : 200, "text/xml", same ? "" : feed(item(1, "")));
        });
    once(web.at("/a"));
    assertThat(once().status()).isZero();
    assertThat(sent.get()).isEqualTo(1);
    assertThat(web.asked().stream().filter("/a"::equals)).hasSize(2);
  }

  @Test
  void brokenFeedsAndRobotsCostNoOther() throws IOException {
    on("/good", item(1, ""));
    on("/private/feed", item(2, ""));
    web.page("/robots.txt", "User-agent: *\nDisallow: /private\n");
    web.on("/fault", to -> LoopbackServer.send(to, 503, "text/plain", ""));
    web.on("/half", to -> LoopbackServer.send(to, 200, "text/xml", "<rss><channel><item>"));
    Path list =
        Files.writeString(
            folder.resolve("sources.opml"),
            "<opml version='2.0'><body><outline text='Good' xmlUrl='"
                + web.at("/good")
                + "'/><outline xmlUrl='"
                + web.at("/private/feed")
                + "'/><outline xmlUrl='"
                + web.at("/fault")
                + "'/><outline xmlUrl='"
                + web.at("/half")
                + "'/><outline xmlUrl='http://127.0.0.1:1/feed'/></body></opml>");
    Run run = once(list.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("stored 1,").contains("quarantined 1");
    assertThat(run.err()).contains("robots.txt does not allow").contains("503");
    assertThat(web.asked()).doesNotContain("/private/feed");
    JsonNode sources =
        new ObjectMapper()
            .readTree(Run.of("sources", "--store", store(), "--json", "-").out())
            .get("items");
    assertThat(sources).hasSize(5);
    assertThat(sources.get(2).get("failures").asInt()).isEqualTo(1);
    assertThat(Run.of("sources", "--store", store(), "--opml", "-").out())
        .contains("text=\"Good\"")
        .contains(web.at("/half"));
  }

  @Test
  void nothingThatAListOrAFeedNamesLeadsToAPrivateHost() throws IOException {
    try (LoopbackServer canary = new LoopbackServer("127.0.0.1");
        LoopbackServer open = new LoopbackServer("127.0.0.2")) {
      String secret = "http://127.0.0.1:" + canary.port() + "/secret";
      String[] hosts = {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"};
      StringBuilder outlines = new StringBuilder();
      for (String host : hosts) {
        outlines.append(
            "<outline xmlUrl='http://"
                + host
                + ":"
                + canary.port()
                + "/feed.xml' htmlUrl='"
                + secret
                + "'/>");
      }
      outlines.append("<outline xmlUrl='" + open.at("/feed") + "'/>");
      outlines.append("<outline xmlUrl='" + open.at("/page") + "'/>");
      outlines.append("<outline xmlUrl='" + open.at("/moved") + "'/>");
      Path list =
          Files.writeString(
              folder.resolve("list.opml"),
              "<opml version='2.0'><body>" + outlines + "</body></opml>");
      String named =
          "<enclosure url='%1$s' length='1' type='audio/mpeg'/><comments>%1$s</comments>"
              + "<source url='%1$s'>x</source><media:content url='%1$s' xmlns:media='http://search.yahoo.com/mrss/'/>"
              + "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
              + "&lt;img src='%1$s'&gt;&lt;script src='%1$s'&gt;&lt;/script&gt;Berth 4 is closed.</content:encoded>";
      open.on(
          "/feed",
          to ->
              LoopbackServer.send(
                  to,
                  200,
                  "text/xml",
                  feed(item(1, "").replace("</item>", String.format(named, secret) + "</item>"))
                      .replace(
                          "<channel>",
                          "<channel><atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='"
                              + secret
                              + "'/><image><url>"
                              + secret
                              + "</url></image>")));
      open.page(
          "/page",
          "<html><head><link rel=canonical href='"
              + secret
              + "'><link rel=amphtml href='"
              + secret
              + "'><meta http-equiv=refresh content='0;url="
              + secret
              + "'><meta property=og:url content='"
              + secret
              + "'></head><body><article><p>"
              + "The harbour office of Marlow closes berth 9 for work at the quay. ".repeat(9)
              + "</p><iframe src='"
              + secret
              + "'></iframe></article></body></html>");
      open.redirect("/moved", secret);
      Run run =
          Run.of(
              "watch",
              "--store",
              store(),
              "--once",
              "--allow",
              "127.0.0.2/32",
              "--fetch-limit",
              "pause-millis=0",
              list.toString());
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("stored 2,");
      assertThat(canary.asked()).isEmpty();
      Run page =
          Run.of(
              "read",
              "--allow",
              "127.0.0.2/32",
              open.at("/page"),
              "--json",
              folder.resolve("page.json").toString());
      assertThat(page.status()).as(page.err()).isZero();
      assertThat(canary.asked()).isEmpty();
    }
  }

  @Test
  void eventsAreToldAsObjectsAndCountedForPrometheus() throws Exception {
    on("/good", item(1, "\nline \u001b[31m \"quoted\""), item(2, ""));
    web.on("/fault", to -> LoopbackServer.send(to, 503, "text/plain", ""));
    AtomicInteger port = new AtomicInteger();
    try (MetricsServer free = new MetricsServer(0, Exposition::new)) {
      port.set(free.port());
    }
    List<String> command =
        command(web.at("/good"), web.at("/fault"), "--log", "json", "--metrics", "" + port.get());
    Path out = folder.resolve("out");
    List<String> java = OwnProcess.command(command);
    Process watching =
        new ProcessBuilder(java).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (!(Files.readString(out).contains("placed") && Files.readString(out).contains("503"))
          && System.nanoTime() < patience) {
        Thread.sleep(20);
      }
      String numbers = LoopbackServer.get("http://127.0.0.1:" + port.get() + "/metrics");
      assertThat(numbers.lines())
          .contains(
              "twosource_feeds 2",
              "twosource_feeds_failing 1",
              "twosource_polls_total{result=\"answered\"} 1",
              "twosource_polls_total{result=\"failed\"} 1",
              "twosource_watch_inputs_total{outcome=\"stored\"} 2");
    } finally {
      watching.destroy();
      watching.waitFor(10, TimeUnit.SECONDS);
      watching.destroyForcibly();
    }
    List<String> events = new ArrayList<>();
    for (String line : Files.readAllLines(out)) {
      if (line.startsWith("{")) {
        JsonNode event = new ObjectMapper().readTree(line);
        events.add(event.path("event").asText());
        assertThat(event.path("at").asText()).matches("\\d{4}-.*Z");
      }
    }
    assertThat(events).contains("polled", "failed", "placed");
  }

  @Test
  void aSlowHostCostsNoOther() {
    try (LoopbackServer slow = new LoopbackServer("127.0.0.2")) {
      slow.on(
          "/feed",
          to -> {
            try {
              Thread.sleep(4_000);
            } catch (InterruptedException stopped) {
              Thread.currentThread().interrupt();
            }
          });
      List<String> feeds = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        on("/feed" + i, item(i, ""));
        feeds.add(i == 10 ? slow.at("/feed") : web.at("/feed" + i));
      }
      long began = System.nanoTime();
      List<Long> answered = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String path = "/feed" + i;
        String items = feed(item(i, ""));
        web.on(
            path,
            to -> {
              synchronized (answered) {
                answered.add(System.nanoTime() - began);
              }
              LoopbackServer.send(to, 200, "text/xml", items);
            });
      }
      Run run = once(feeds.toArray(String[]::new));
      assertThat(run.out()).contains("stored 19,");
      assertThat(answered).hasSize(19);
      assertThat(answered.getLast()).isLessThan(Duration.ofMillis(3_900).toNanos());
    }
  }

  @Test
  void aStopTakesLessThanFiveSecondsAndLosesNothing() throws Exception {
    for (int i = 0; i < 30; i++) {
      on("/feed" + i, item(i, ""));
    }
    web.on(
        "/hanging",
        to -> {
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    StringBuilder list = new StringBuilder(web.at("/hanging") + "\n");
    for (int i = 0; i < 30; i++) {
      list.append(web.at("/feed" + i)).append('\n');
    }
    Path feeds = Files.writeString(folder.resolve("feeds.txt"), list);
    List<String> command = OwnProcess.command(command(feeds.toString()));
    Process watching =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    try {
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!Files.readString(folder.resolve("out")).contains(" new ")
          && System.nanoTime() < patience) {
        Thread.sleep(20);
      }
      long began = System.nanoTime();
      watching.destroy(); // SIGTERM
      assertThat(watching.waitFor(5, TimeUnit.SECONDS))
          .as(Files.readString(folder.resolve("out")))
          .isTrue();
      System.out.printf(
          "stopped in %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    } finally {
      watching.destroyForcibly();
    }
    assertThat(Run.of("verify", "--store", store()).status()).isZero();
    web.on("/hanging", to -> LoopbackServer.send(to, 404, "text/plain", ""));
    assertThat(once().status()).isZero();
    assertThat(pages()).isEqualTo(30);
  }

  @Test
  void withoutAnyFeedThereIsNothingToDo() throws IOException {
    assertThat(once().status()).isEqualTo(ExitStatus.NOTHING_READ);
    Path list = Files.writeString(folder.resolve("list.opml"), "<opml><body>");
    assertThat(once(list.toString()).status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(once("--every", "0", web.at("/a")).status()).isEqualTo(ExitStatus.WRONG_USAGE);
    assertThat(web.asked()).isEmpty();
  }
}
