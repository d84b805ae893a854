package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.desk.Imports;
import org.twosource.app.desk.ManyReports;
import org.twosource.app.store.PostgresServer;
import org.twosource.app.store.StorePlace;

/** The real server on a real port, over the store of one story. */
class DeskServerTest {
  private static final String STORY = "/stories/" + SampleDesk.STORY;

  private static DeskServer server;
  private static int port;

  @BeforeAll
  static void open() throws IOException {
    server = SampleDesk.open();
    port = server.port();
  }

  private static String path(Route route) {
    return route.path().replaceAll("\\{[^}]*}", "x");
  }

  @Test
  void everyAddressRefusesANameThatIsNotOurs() throws IOException {
    for (String path : addresses()) {
      for (String host : List.of("evil.example", "127.0.0.1.evil.example:" + port, "127.0.0.1")) {
        assertThat(Ask.get(port, path).with("Host", host).answer().status())
            .as(host + path)
            .isEqualTo(421);
      }
    }
    for (Route route : server.routes()) {
      Ask ask = Ask.of(port, route.method().name(), path(route)).with("Host", "evil.example");
      ask.with("X-Twosource-Token", server.desk().token().text());
      assertThat(ask.answer().status()).as(route.method() + route.path()).isEqualTo(421);
    }
    assertThat(Ask.get(port, "/healthz").with("Host", "localhost:" + port).answer().status())
        .isEqualTo(200);
  }

  @Test
  void everyAddressRefusesPagesOfOtherSites() throws IOException {
    for (Route route : server.routes()) {
      for (String origin : List.of("http://evil.example", "null", "https://127.0.0.1:" + port)) {
        Ask ask = Ask.of(port, route.method().name(), path(route)).with("Origin", origin);
        ask.with("X-Twosource-Token", server.desk().token().text());
        assertThat(ask.answer().status()).as(origin + route.path()).isEqualTo(403);
      }
      Ask embedded = Ask.of(port, route.method().name(), path(route));
      embedded.with("Sec-Fetch-Site", "cross-site").with("Sec-Fetch-Mode", "no-cors");
      embedded.with("X-Twosource-Token", server.desk().token().text());
      assertThat(embedded.answer().status()).as(route.path()).isEqualTo(403);
    }
  }

  @Test
  void nothingIsWrittenWithoutTheToken() throws IOException {
    for (String path : addresses()) {
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
        assertThat(Ask.of(port, method, path).answer().status()).as(method + path).isEqualTo(403);
        Ask wrong = Ask.of(port, method, path + "?token=guessed");
        assertThat(wrong.answer().status()).as(method + path).isEqualTo(403);
      }
      assertThat(Ask.of(port, "TRACE", path).answer().status()).as(path).isEqualTo(405);
    }
  }

  /** Those of the router, and some that are not there. */
  private static List<String> addresses() {
    List<String> paths =
        new ArrayList<>(server.routes().stream().map(DeskServerTest::path).distinct().toList());
    paths.addAll(List.of("/nothing", "/webjars/x.js", "/mcp"));
    return paths;
  }

  @Test
  void everyAnswerHasThePolicyOfThePage() throws IOException {
    for (String path : addresses()) {
      Ask.Answer answer = Ask.get(port, path).with("Accept", "text/html").answer();
      assertThat(answer.header("content-security-policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("x-content-type-options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("referrer-policy")).as(path).isEqualTo("same-origin");
    }
  }

  @Test
  void errorsSayWhatToDo() throws IOException {
    assertThat(Ask.get(port, "/stories/none").answer().status()).isEqualTo(404);
    Ask.Answer page = Ask.get(port, "/stories/none").with("Accept", "text/html").answer();
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("There is no story none");
    Ask.Answer query = Ask.get(port, "/search?q=%22open").with("Accept", "text/html").answer();
    assertThat(query.status()).isEqualTo(200);
    assertThat(query.body()).contains("role=\"alert\"");
    Ask post = Ask.of(port, "POST", "/").with("Authorization", "Bearer " + token());
    assertThat(post.answer().status()).isEqualTo(405);
    Ask.Answer place = Ask.get(port, "/reports/01-coast-wire?at=5-999999").answer();
    assertThat(place.status()).isEqualTo(404);
    assertThat(place.body()).contains("characters");
  }

  private static String token() {
    return server.desk().token().text();
  }

  @Test
  void aPageThatDidNotChangeIsNotSentAgain() throws IOException {
    String tag = Ask.get(port, STORY).answer().header("etag");
    assertThat(tag).startsWith("W/\"");
    Ask.Answer again = Ask.get(port, STORY).with("If-None-Match", tag).answer();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void everyLinkLeadsSomewhereAndEveryCitationToItsWords() throws IOException {
    Crawl crawl = Crawl.of(port, List.of("/", "/search?q=harbour"));
    assertThat(crawl.dead).isEmpty();
    assertThat(crawl.otherWords).isEmpty();
    assertThat(crawl.withoutEvidence).isEmpty();
    assertThat(crawl.citations).isGreaterThan(60);
    assertThat(crawl.files).hasSizeGreaterThan(40);
    assertThat(crawl.pages()).anyMatch(address -> address.contains("/claims/"));
  }

  @Test
  void aStoryOfManyReportsStaysSmallAndSaysWhereTheRestIs() throws IOException {
    String page = Ask.get(port, STORY).answer().body();
    assertThat(page).contains("In brief", "What copying changed", "Who copied whom");
    assertThat(page).doesNotContain("<script>", "style=\"", "onclick");
    assertThat(page.length()).isLessThan(300_000);
  }

  @Test
  void aStoreInADatabaseIsShownByItsWriterAndByOneThatReads(@TempDir Path folder)
      throws IOException {
    String url = PostgresServer.freshSchema();
    StorePlace place = StorePlace.at(url, folder.resolve("beside"));
    SampleDesk.fill(place);
    try (DeskServer writer = DeskServer.open(place, SampleDesk.options());
        DeskServer reader =
            DeskServer.open(StorePlace.at(url, folder.resolve("other")), SampleDesk.options())) {
      for (DeskServer desk : List.of(writer, reader)) {
        assertThat(Ask.get(desk.port(), "/").answer().body()).contains("/stories/");
        Ask.Answer status = Ask.get(desk.port(), "/status").answer();
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.body()).contains("jdbc:postgresql:").contains("6 inputs");
        assertThat(Ask.get(desk.port(), "/search?q=strike").answer().status()).isEqualTo(200);
      }
      assertThat(Ask.get(reader.port(), "/readyz").answer().body()).contains("reads only");
    }
  }

  @Test
  void whatAnotherProcessWritesCanBeReadMeanwhile() throws IOException {
    try (DeskServer second = DeskServer.open(server.desk().place(), SampleDesk.options())) {
      Ask.Answer ready = Ask.get(second.port(), "/readyz").answer();
      assertThat(ready.body()).contains("reads only");
      assertThat(Ask.get(second.port(), "/").answer().body()).contains("can only be read");
    }
  }

  @Test
  void todaySaysWhatBecameOfAStorySinceItWasSeen(@TempDir Path folder) throws IOException {
    SampleDesk.fill(StorePlace.in(folder));
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), SampleDesk.options())) {
      String before = Ask.get(own.port(), "/").answer().body();
      assertThat(before).contains(">New</h2>").doesNotContain("more report");
      Ask seen = Ask.of(own.port(), "POST", "/seen?token=" + own.desk().token().text());
      assertThat(seen.body("application/x-www-form-urlencoded", "seq=6").answer().status())
          .isEqualTo(303);
      assertThat(Ask.get(own.port(), "/").answer().body()).contains(">Stories</h2>");
      String wire = Files.readString(Path.of("..", "samples", "harbour", "01-coast-wire.txt"));
      own.desk()
          .writing()
          .write(
              service -> {
                Imports.accept(service, "late", wire + "\n\nShips may enter on Saturday.");
                service.place(Progress.NONE);
                return true;
              });
      assertThat(Ask.get(own.port(), "/").answer().body())
          .contains("Changed since")
          .contains("<b>1 more report</b>");
    }
  }

  @Test
  void aReportIsAcknowledgedWhileStoriesAreBroughtUpToDate(@TempDir Path folder) throws Exception {
    CountDownLatch isBusy = new CountDownLatch(1);
    CountDownLatch isAcknowledged = new CountDownLatch(1);
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), SampleDesk.options())) {
      Thread work =
          Thread.ofVirtual()
              .start(
                  () ->
                      own.desk()
                          .writing()
                          .write(
                              service -> {
                                isBusy.countDown();
                                return isReached(isAcknowledged);
                              }));
      assertThat(isReached(isBusy)).isTrue();
      Ask.Answer answer =
          Ask.of(own.port(), "POST", "/api/v1/reports?name=m.jsonl")
              .with("X-Twosource-Token", own.desk().token().text())
              .body("application/jsonl", ManyReports.line(0))
              .answer();
      assertThat(answer.status()).isEqualTo(202);
      isAcknowledged.countDown();
      work.join();
    }
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(2, TimeUnit.MINUTES);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void todayBeginsWithTheStoryThatGainedASource(@TempDir Path folder) throws IOException {
    try (DeskServer own = DeskServer.open(StorePlace.in(folder), SampleDesk.options())) {
      take(own, 0, 1, 3); // of one event a wire text and its print, of another a wire text
      String gaining = title(own, "m0-0");
      String copied = title(own, "m1-0");
      assertThat(
              Ask.of(own.port(), "POST", "/seen?token=" + own.desk().token().text())
                  .body("application/x-www-form-urlencoded", "seq=3")
                  .answer()
                  .status())
          .isEqualTo(303);
      take(own, 2); // a reporter's own text
      take(own, 4); // a print, which came last
      String today = Ask.get(own.port(), "/").answer().body();
      assertThat(today).contains("<b>1 more source, 1 more report</b>");
      assertThat(today.indexOf(gaining)).isPositive().isLessThan(today.indexOf(copied));
    }
  }

  private static String title(DeskServer own, String report) {
    return own.desk()
        .store()
        .read(view -> view.storyOf(report).flatMap(view::story).orElseThrow().title());
  }

  private static void take(DeskServer own, long... numbers) {
    own.desk()
        .writing()
        .write(
            service -> {
              for (long number : numbers) {
                Imports.accept(service, number + ".jsonl", ManyReports.line(number));
              }
              service.place(Progress.NONE);
              return true;
            });
  }
}
