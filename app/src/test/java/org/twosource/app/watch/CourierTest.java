package org.twosource.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.MovedClock;
import org.twosource.app.fetch.LoopbackServer;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptChannel;
import org.twosource.app.store.KeptDelivery;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.SqliteStore;

/** What channels are told, when, and what happens when they cannot be. */
class CourierTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final String SECRET = "whsec_c2l4dGVlbiBieXRlcyBrZXk=";

  @TempDir Path folder;

  private final LoopbackServer server = new LoopbackServer();
  private final List<Map<String, String>> heads = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private final MovedClock clock = new MovedClock(NOON);
  private SqliteStore store;
  private KeptWatch watch;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("store"));
    watch = store.write(change -> change.addWatch("second-source", "ferry", NOON.toString()));
    server.on(
        "/hook",
        to -> {
          heads.add(
              Map.of(
                  "id", to.getRequestHeaders().getFirst("webhook-id"),
                  "timestamp", to.getRequestHeaders().getFirst("webhook-timestamp"),
                  "signature", to.getRequestHeaders().getFirst("webhook-signature")));
          bodies.add(new String(to.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          to.sendResponseHeaders(status, -1);
        });
  }

  @AfterEach
  void close() {
    store.close();
    server.close();
  }

  @Test
  void aWebhookIsToldOnceSignedUnderAnIdThatStaysWhenItFailed() throws IOException {
    KeptChannel channel = webhook(Optional.empty());
    KeptAlert alert = alert("x1");
    tell(channel, alert, KeptDelivery.Event.TOLD);
    status = 500;
    assertThat(deliver()).isZero();
    assertThat(deliver()).as("not before a minute").isZero();
    assertThat(bodies).hasSize(1);
    status = 204;
    clock.forward(Duration.ofSeconds(61));
    assertThat(deliver()).isEqualTo(1);
    assertThat(deliver()).isZero();
    assertThat(bodies).hasSize(2);
    assertThat(heads.get(0).get("id")).isEqualTo(heads.get(1).get("id"));
    byte[] key = java.util.Base64.getDecoder().decode(SECRET.substring(6));
    Map<String, String> head = heads.get(1);
    assertThat(head.get("signature"))
        .isEqualTo(
            "v1,"
                + WebhookTeller.signature(
                    key,
                    head.get("id") + "." + head.get("timestamp") + ".",
                    bodies.get(1).getBytes(StandardCharsets.UTF_8)));
    JsonNode json = new ObjectMapper().readTree(bodies.get(1));
    assertThat(json.at("/event").asText()).isEqualTo("alert.told");
    assertThat(json.at("/alert/before").asText()).isEqualTo("one source");
    tell(
        channel,
        alert.withRetracted(clock.instant().toString(), "one text"),
        KeptDelivery.Event.RETRACTED);
    assertThat(deliver()).isEqualTo(1);
    assertThat(bodies.get(2)).contains("alert.retracted").contains("one text");
    assertThat(store.verify(true)).isEmpty();
  }

  @Test
  void aHookOfAPrivateAddressIsNotReachedUnlessAllowed() throws IOException {
    KeptChannel channel =
        channel(
            new ChannelSettings(Optional.of(key()), List.of(), Optional.empty(), Optional.empty()));
    tell(channel, alert("x1"), KeptDelivery.Event.TOLD);
    assertThat(deliver()).isZero();
    assertThat(bodies).isEmpty();
    assertThat(store.<Optional<String>>read(view -> view.lastProblem(1)).orElseThrow())
        .contains("--allow");
  }

  @Test
  void inQuietHoursItWaits() throws IOException {
    KeptChannel channel =
        webhook(Optional.of(ChannelSettings.Hours.parse("22:00-07:00", "Europe/Berlin")));
    clock.set(Instant.parse("2026-03-10T22:30:00Z"));
    tell(channel, alert("x1"), KeptDelivery.Event.TOLD);
    assertThat(deliver()).isZero();
    clock.set(Instant.parse("2026-03-11T05:59:00Z"));
    assertThat(deliver()).isZero();
    clock.set(Instant.parse("2026-03-11T06:00:00Z"));
    assertThat(deliver()).isEqualTo(1);
  }

  @Test
  void moreThanTwentyAnHourBecomeADigestThatSaysSo() throws IOException {
    KeptChannel channel = webhook(Optional.empty());
    for (int i = 0; i < 20; i++) {
      tell(channel, alert("x" + i), KeptDelivery.Event.TOLD);
    }
    assertThat(deliver()).isEqualTo(20);
    for (int i = 20; i < 25; i++) {
      tell(channel, alert("x" + i), KeptDelivery.Event.TOLD);
    }
    assertThat(deliver()).isEqualTo(1);
    JsonNode digest = new ObjectMapper().readTree(bodies.getLast());
    assertThat(digest.at("/event").asText()).isEqualTo("digest");
    assertThat(digest.at("/note").asText()).contains("more than 20 an hour");
    assertThat(digest.at("/alerts")).hasSize(5);
    tell(channel, alert("x25"), KeptDelivery.Event.TOLD);
    assertThat(deliver()).as("the next an hour later").isZero();
    clock.forward(Duration.ofMinutes(61));
    assertThat(deliver()).isEqualTo(1);
    assertThat(bodies).hasSize(22);
  }

  @Test
  void whatNobodyTakesIsGivenUpAtLast() throws IOException {
    KeptChannel channel = webhook(Optional.empty());
    tell(channel, alert("x1"), KeptDelivery.Event.TOLD);
    status = 410;
    for (int i = 0; i < 30; i++) {
      deliver();
      clock.forward(Duration.ofHours(7));
    }
    assertThat(bodies).hasSize(20);
    assertThat(store.<Map<String, Long>>read(view -> view.deliveries(1)))
        .containsOnly(Map.entry("given-up", 1L));
  }

  @Test
  void aClockThatIsSetBackHoldsNothingUp() throws IOException {
    KeptChannel channel = webhook(Optional.empty());
    clock.set(NOON.plus(Duration.ofDays(400)));
    status = 500;
    tell(channel, alert("x1"), KeptDelivery.Event.TOLD);
    assertThat(deliver()).isZero();
    status = 200;
    for (int i = 2; i < 30; i++) {
      tell(channel, alert("x" + i), KeptDelivery.Event.TOLD);
    }
    assertThat(deliver()).as("a digest").isEqualTo(1);
    clock.set(NOON);
    assertThat(deliver()).as("what was put off for a day that is far away now").isEqualTo(1);
    tell(channel, alert("x30"), KeptDelivery.Event.TOLD);
    assertThat(deliver()).isEqualTo(1);
  }

  @Test
  void mailIsPlainTextWithBothPassages() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (ServerSocket smtp = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
      Thread thread = Thread.ofVirtual().start(() -> take(smtp, lines));
      ChannelSettings settings =
          new ChannelSettings(
              Optional.empty(),
              List.of(),
              Optional.of(
                  new ChannelSettings.Mail(
                      "127.0.0.1",
                      smtp.getLocalPort(),
                      "desk@example.org",
                      "none",
                      Optional.empty())),
              Optional.empty());
      KeptChannel channel =
          store.write(
              change ->
                  change.addChannel(
                      new KeptChannel(
                          0,
                          "mail",
                          "ed@example.org",
                          Optional.empty(),
                          settings.json(),
                          clock.instant().toString())));
      tell(channel, alert("x1"), KeptDelivery.Event.TOLD);
      assertThat(deliver()).isEqualTo(1);
      thread.join(5_000);
    }
    String all = String.join("\n", lines);
    assertThat(all)
        .contains("RCPT TO:<ed@example.org>")
        .contains("Subject: Twosource: second-source: The ferry burnt.")
        .contains("Message-ID: <c1-x1-told@twosource.invalid>")
        .contains("old: one source")
        .contains("new: two sources")
        .contains("why: ");
  }

  @Test
  void theFeedOfAWatchIsAtomAndTellsWhatWasTakenBack() throws Exception {
    store.write(
        change -> {
          change.addAlert(alert("x1"));
          change.addAlert(
              alert("x2").withRetracted(clock.instant().plusSeconds(5).toString(), "\u0007one"));
          return true;
        });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AtomFeed(store).write(Optional.of(watch), out);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var feed =
        factory.newDocumentBuilder().parse(new java.io.ByteArrayInputStream(out.toByteArray()));
    assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(2);
    assertThat(feed.getElementsByTagName("title").item(1).getTextContent())
        .startsWith("TAKEN BACK: ");
    assertThat(feed.getElementsByTagName("id").item(0).getTextContent())
        .isEqualTo("urn:twosource:watch:w1");
  }

  /** Takes one mail as a server of RFC 5321 does. */
  private static void take(ServerSocket server, List<String> lines) {
    try (Socket socket = server.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 loopback");
      boolean isBody = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        if (isBody) {
          if (line.equals(".")) {
            isBody = false;
            say(out, "250 taken");
          }
        } else if (line.equals("DATA")) {
          isBody = true;
          say(out, "354 go on");
        } else {
          say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
      }
    } catch (IOException closed) {
      // the test looks at what came
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private int deliver() {
    try (Courier courier = new Courier(store, clock)) {
      return courier.deliver();
    }
  }

  private Path key() throws IOException {
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, SECRET);
    }
    return file;
  }

  private KeptChannel webhook(Optional<ChannelSettings.Hours> quiet) throws IOException {
    return channel(
        new ChannelSettings(Optional.of(key()), List.of("127.0.0.1/32"), Optional.empty(), quiet));
  }

  private KeptChannel channel(ChannelSettings settings) {
    assertThat(ChannelSettings.parse(settings.json())).isEqualTo(settings);
    return store.write(
        change ->
            change.addChannel(
                new KeptChannel(
                    0,
                    "webhook",
                    server.at("/hook"),
                    Optional.empty(),
                    settings.json(),
                    clock.instant().toString())));
  }

  private KeptAlert alert(String id) {
    return new KeptAlert(
        id,
        watch,
        new KeptAlert.Subject("", "claim"),
        new KeptAlert.Said(
            "The ferry burnt.",
            new KeptAlert.Turn("one source", "two sources"),
            "neither copied the other",
            clock.instant().toString()),
        new ArrayList<>(),
        Optional.empty(),
        KeptAlert.Firmness.FIRM);
  }

  private void tell(KeptChannel channel, KeptAlert alert, KeptDelivery.Event event) {
    store.write(
        change -> {
          if (!change.addAlert(alert)) {
            change.replaceAlert(alert);
          }
          change.putDelivery(KeptDelivery.first(channel, alert, event, clock.instant().toString()));
          return true;
        });
  }
}
