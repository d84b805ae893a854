package org.twosource.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.fetch.Asking.Validators;
import org.twosource.app.fetch.Fetched.Failed;
import org.twosource.app.fetch.Fetched.Kind;

/** What is fetched, within which limits, and what is said where nothing came. */
class FetcherTest {
  private final LoopbackServer web = new LoopbackServer();
  private final Fetcher fetcher = fetcher(FetchLimits.standard().with("pause-millis", 0));

  @AfterEach
  void close() {
    fetcher.close();
    web.close();
  }

  private static Fetcher fetcher(FetchLimits limits) {
    return new Fetcher(
        limits, new ReachableAddresses(List.of(Cidr.parse("127.0.0.0/30"))), Passwords.NONE);
  }

  private Fetched get(String path) {
    return fetcher.fetch(Asking.once(URI.create(web.at(path))));
  }

  private String failure(String path) {
    return ((Failed) get(path)).reason();
  }

  @Test
  void redirectsAreFollowedUpToTheLimit() {
    web.page("/end", "<p>here</p>").redirect("/5", "/end");
    for (int hop = 0; hop < 5; hop++) {
      web.redirect("/" + hop, "./" + (hop + 1));
    }
    assertThat(((Fetched.Page) get("/1")).at().getPath()).isEqualTo("/end");
    assertThat(failure("/0")).contains("5 redirects");
    web.redirect("/loop", "/loop");
    assertThat(failure("/loop")).contains("redirects");
  }

  @Test
  void onlyARedirectForGoodSaysThatThePageMoved() {
    web.page("/end", "<p>here</p>").redirect("/now", "/end");
    web.on(
        "/ever",
        to -> {
          to.getResponseHeaders().set("Location", "/end");
          LoopbackServer.send(to, 301, "text/plain", "");
        });
    assertThat(((Fetched.Page) get("/now")).moved()).isEmpty();
    assertThat(((Fetched.Page) get("/ever")).moved().orElseThrow().getPath()).isEqualTo("/end");
  }

  @Test
  void everyCodingIsUndone() throws IOException {
    byte[] text = "<p>The bridge is closed.</p>".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(text);
    }
    ByteArrayOutputStream deflate = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflate)) {
      out.write(text);
    }
    packed("/gzip", "gzip", gzip.toByteArray());
    packed("/deflate", "deflate", deflate.toByteArray());
    packed("/zstd", "zstd", Zstd.compress(text));
    packed("/br", "br", brotli(text));
    packed("/twice", "zstd, gzip", gzip(Zstd.compress(text)));
    for (String path : List.of("/gzip", "/deflate", "/zstd", "/br", "/twice")) {
      assertThat(((Fetched.Page) get(path)).bytes()).as(path).isEqualTo(text);
    }
    packed("/odd", "compress", text);
    assertThat(failure("/odd")).contains("compress");
    packed("/cut", "gzip", java.util.Arrays.copyOf(gzip.toByteArray(), 20));
    assertThat(failure("/cut")).contains("damaged or cut off");
  }

  /** A stream of one uncompressed block, written by hand (RFC 7932, 9.2 and 9.3). */
  private static byte[] brotli(byte[] text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = text.length - 1;
    // WBITS 16 (1 bit), ISLAST 0, MNIBBLES 4 (2 bits), MLEN-1 (16 bits), ISUNCOMPRESSED 1
    int bits = length << 4 | 1 << 20;
    out.write(bits);
    out.write(bits >> 8);
    out.write(bits >> 16);
    out.writeBytes(text);
    out.write(3); // ISLAST, ISLASTEMPTY
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private void packed(String path, String coding, byte[] bytes) {
    web.on(
        path,
        to -> {
          to.getResponseHeaders().set("Content-Encoding", coding);
          LoopbackServer.send(to, 200, "text/html", bytes);
        });
  }

  @Test
  void bombsAreStoppedBeforeTheyGrow() throws IOException {
    byte[] zeros = new byte[100 << 20];
    packed("/gzip", "gzip", gzip(zeros));
    packed("/zstd", "zstd", Zstd.compress(zeros, 19));
    packed("/nested", "zstd, gzip", gzip(Zstd.compress(zeros)));
    packed("/many", "gzip, gzip, gzip", gzip(gzip(gzip(zeros))));
    for (String path : List.of("/gzip", "/zstd", "/nested")) {
      assertThat(failure(path)).as(path).contains("grows");
    }
    assertThat(failure("/many")).contains("packed more than 2 times");
  }

  @Test
  void aPageIsNoLongerThanTheLimit() {
    try (Fetcher small =
        fetcher(FetchLimits.standard().with("bytes", 1_000).with("pause-millis", 0))) {
      web.page("/long", "x".repeat(2_000));
      web.on(
          "/endless",
          to -> {
            to.sendResponseHeaders(200, 0);
            byte[] some = new byte[500];
            for (int i = 0; i < 100_000; i++) {
              to.getResponseBody().write(some);
            }
          });
      for (String path : List.of("/long", "/endless")) {
        Fetched fetched = small.fetch(Asking.once(URI.create(web.at(path))));
        assertThat(((Failed) fetched).reason()).as(path).contains("limit bytes = 1,000");
      }
    }
  }

  @Test
  void aServerThatSendsAByteNowAndThenIsLeft() {
    web.on(
        "/drip",
        to -> {
          to.sendResponseHeaders(200, 0);
          for (int i = 0; i < 200; i++) {
            to.getResponseBody().write('x');
            to.getResponseBody().flush();
            sleep(100);
          }
        });
    web.on("/silent", to -> sleep(20_000));
    try (Fetcher hasty =
        fetcher(
            FetchLimits.standard()
                .with("total-seconds", 2)
                .with("silence-seconds", 1)
                .with("pause-millis", 0))) {
      long began = System.nanoTime();
      assertThat(((Failed) hasty.fetch(Asking.once(URI.create(web.at("/drip"))))).reason())
          .contains("total-seconds = 2");
      assertThat(((Failed) hasty.fetch(Asking.once(URI.create(web.at("/silent"))))).reason())
          .contains("silence-seconds = 1");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void failuresSayWhatCanBeDone() {
    status("/401", 401);
    status("/403", 403);
    status("/410", 410);
    status("/503", 503);
    status("/418", 418);
    assertThat(((Failed) get("/401")).kind()).isEqualTo(Kind.UNWELCOME);
    assertThat(((Failed) get("/403")).kind()).isEqualTo(Kind.UNWELCOME);
    assertThat(((Failed) get("/missing")).kind()).isEqualTo(Kind.GONE);
    assertThat(((Failed) get("/410")).kind()).isEqualTo(Kind.GONE);
    assertThat(((Failed) get("/503")).kind()).isEqualTo(Kind.PASSING);
    assertThat(failure("/418")).contains("418");
    web.on(
        "/429",
        to -> {
          to.getResponseHeaders().set("Retry-After", "120");
          LoopbackServer.send(to, 429, "text/plain", "");
        });
    assertThat(((Failed) get("/429")).pause()).contains(Duration.ofSeconds(120));
    assertThat(failure("/429")).contains("120 seconds");
  }

  private void status(String path, int status) {
    web.on(path, to -> LoopbackServer.send(to, status, "text/plain", ""));
  }

  @Test
  void waitingIsReadInSecondsAndAsADate() {
    Instant now = Instant.parse("2024-05-06T10:00:00Z");
    assertThat(Waiting.retryAfter("90", now)).contains(Duration.ofSeconds(90));
    assertThat(Waiting.retryAfter("Mon, 06 May 2024 10:05:00 GMT", now))
        .contains(Duration.ofMinutes(5));
    assertThat(Waiting.retryAfter("Mon, 06 May 2024 09:00:00 GMT", now)).contains(Duration.ZERO);
    assertThat(Waiting.retryAfter("999999999", now)).contains(Waiting.LONGEST);
    assertThat(Waiting.retryAfter("soon", now)).isEmpty();
    assertThat(Waiting.retryAfter("-5", now)).isEmpty();
    assertThat(Waiting.maxAge("private, max-age=300")).contains(Duration.ofMinutes(5));
    assertThat(Waiting.maxAge("s-maxage=300")).isEmpty();
  }

  @Test
  void whatDidNotChangeDoesNotComeAgain() {
    web.on(
        "/feed",
        to -> {
          boolean same = "\"v1\"".equals(to.getRequestHeaders().getFirst("If-None-Match"));
          to.getResponseHeaders().set("ETag", "\"v1\"");
          LoopbackServer.send(to, same ? 304 : 200, "text/xml", same ? "" : "<rss/>");
        });
    Fetched.Page first = (Fetched.Page) get("/feed");
    assertThat(first.validators())
        .isEqualTo(new Validators(Optional.of("\"v1\""), Optional.empty()));
    assertThat(fetcher.fetch(Asking.again(URI.create(web.at("/feed")), first.validators())))
        .isInstanceOf(Fetched.Unchanged.class);
  }

  @Test
  void robotsAreAskedForWhatIsPolledAndNotForWhatAPersonNames() {
    web.page("/robots.txt", "User-agent: *\nDisallow: /private\n");
    web.page("/private/a", "<p>here</p>").page("/open", "<p>here</p>");
    assertThat(get("/private/a")).isInstanceOf(Fetched.Page.class);
    assertThat(web.asked()).doesNotContain("/robots.txt");
    assertThat(poll("/private/a")).isInstanceOf(Failed.class);
    assertThat(poll("/open")).isInstanceOf(Fetched.Page.class);
    assertThat(poll("/open")).isInstanceOf(Fetched.Page.class);
    assertThat(web.asked()).containsOnlyOnce("/robots.txt");
  }

  private Fetched poll(String path) {
    return fetcher.fetch(Asking.again(URI.create(web.at(path)), Validators.NONE));
  }

  @Test
  void aSiteThatIsTiredHasNotGivenLeave() {
    web.on("/robots.txt", to -> LoopbackServer.send(to, 429, "text/plain", ""));
    web.page("/open", "<p>here</p>");
    assertThat(((Failed) poll("/open")).kind()).isEqualTo(Kind.PASSING);
    assertThat(web.asked()).containsExactly("/robots.txt");
  }

  @Test
  void aSiteWithoutARobotsFileAllowsAll() {
    web.page("/open", "<p>here</p>");
    assertThat(poll("/open")).isInstanceOf(Fetched.Page.class);
    web.on("/robots.txt", to -> LoopbackServer.send(to, 403, "text/plain", ""));
    try (Fetcher other = fetcher(FetchLimits.standard().with("pause-millis", 0))) {
      assertThat(other.fetch(Asking.again(URI.create(web.at("/open")), Validators.NONE)))
          .isInstanceOf(Fetched.Page.class);
    }
  }

  @Test
  void oneHostIsAskedOnceInAPause() {
    web.page("/a", "<p>here</p>").page("/b", "<p>here</p>");
    try (Fetcher polite = fetcher(FetchLimits.standard().with("pause-millis", 400))) {
      long began = System.nanoTime();
      for (String path : List.of("/a", "/b", "/a")) {
        polite.fetch(Asking.once(URI.create(web.at(path))));
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(790));
    }
  }

  @Test
  void aPasswordGoesToItsOwnHostAlone(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("passwords"),
            "# ours\nhttp://127.0.0.1:" + web.port() + " ada open  sesame\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> Passwords.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("sesame");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    List<String> told = new CopyOnWriteArrayList<>();
    LoopbackServer.Answering telling =
        to -> {
          told.add(String.valueOf(to.getRequestHeaders().getFirst("Authorization")));
          LoopbackServer.send(to, 200, "text/html", "<p>here</p>");
        };
    try (LoopbackServer other = new LoopbackServer("127.0.0.2");
        Fetcher known =
            new Fetcher(
                FetchLimits.standard().with("pause-millis", 0),
                new ReachableAddresses(List.of(Cidr.parse("127.0.0.0/30"))),
                Passwords.read(file))) {
      other.on("/", telling);
      web.on("/own", telling).redirect("/away", other.at("/"));
      for (String path : List.of("/own", "/away")) {
        assertThat(known.fetch(Asking.once(URI.create(web.at(path)))))
            .isInstanceOf(Fetched.Page.class);
      }
    }
    String both =
        Base64.getEncoder().encodeToString("ada:open  sesame".getBytes(StandardCharsets.UTF_8));
    assertThat(told).containsExactly("Basic " + both, "null");
  }
}
