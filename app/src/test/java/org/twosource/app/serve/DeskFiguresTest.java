package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.OwnProcess;
import org.twosource.app.desk.Events;
import org.twosource.app.desk.Importer;
import org.twosource.app.desk.Settling;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.app.watch.WatchKind;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.report.format.Content;

/**
 * Figures of the desk over written stories, a long import and a large story. Takes minutes: {@code
 * -Ddesk=on}; see scripts/desk-figures.sh.
 */
class DeskFiguresTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int IMPORTED = 10_000;
  private static final int BATCH = 1_000;
  private static final int LARGE = 500;
  private static final int KNOWN = 3_000;
  private static final int ANALYSED = 12;
  private static final int A_SECOND = 50;
  private static final int REQUESTS = 40 * A_SECOND;
  private static final long GROWN = Long.getLong("desk.grown", 1_000_000);
  private static final int STARTS = 5;
  private static final int WARM = 400;
  private static final int COUNTED = 200;

  @TempDir Path folder;
  private final StringBuilder table = new StringBuilder("metric\tvalue\ttarget\treached\tfloor\n");

  private void shown(String name, long value) {
    table.append(name).append('\t').append(value).append("\t\t\t\n");
    System.out.println(name + ": " + value);
  }

  private void atMost(String name, long value, long target) {
    table.append(name).append('\t').append(value).append('\t').append(target).append('\t');
    table.append(value <= target ? "yes" : "no").append("\t\n");
    System.out.println(name + ": " + value + ", at most " + target);
  }

  @Test
  void figures() throws Exception {
    Assumptions.assumeTrue("on".equals(System.getProperty("desk")), "run by a script");
    Path bench =
        Path.of(
            Optional.ofNullable(System.getenv("TWOSOURCE_BENCH"))
                .orElse(System.getProperty("twosource.home", "..") + "/../shared/bench"));
    Path data = bench.resolve("claims/written/stories.jsonl");
    Assumptions.assumeTrue(Files.isRegularFile(data), "there is no " + data);
    List<String> wrong = new ArrayList<>();
    Set<String> parts =
        Set.of(System.getProperty("desk.parts", "crawled,cost,paged,quick,grown,large").split(","));
    if (parts.contains("crawled")) {
      crawled(Files.readAllLines(data), wrong);
    }
    if (parts.contains("cost")) {
      cost(Files.readAllLines(data));
    }
    if (parts.contains("paged")) {
      paged();
    }
    if (parts.contains("quick")) {
      quick();
    }
    if (parts.contains("grown")) {
      grown();
    }
    if (parts.contains("large")) {
      large(JSON.readTree(Files.readAllLines(data).getFirst()));
    }
    System.out.print(table);
    wrong.stream().limit(40).forEach(System.out::println);
    String target = System.getProperty("desk.out", "");
    if (!target.isEmpty()) {
      write(Path.of(target));
    }
    assertThat(wrong).isEmpty();
  }

  /** Figures that were not measured this time stay. */
  private void write(Path target) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    List<String> before = Files.isRegularFile(target) ? Files.readAllLines(target) : List.of();
    for (String line : before) {
      lines.put(line.split("\t")[0], line);
    }
    for (String line : table.toString().lines().toList()) {
      lines.put(line.split("\t")[0], line);
    }
    Files.writeString(target, String.join("\n", lines.values()) + "\n");
  }

  private static DeskOptions patient() {
    DeskOptions plain = SampleDesk.options();
    Duration patience = Duration.ofMinutes(40);
    return new DeskOptions(
        plain.address(),
        0,
        List.of(),
        plain.fetching(),
        plain.access(),
        new DeskOptions.DeskLimits(64 << 20, 256 << 20, patience, patience, 20_000, 6, 4),
        Settling.Times.standard());
  }

  private static void take(StoryService service, String name, String json) {
    Importer importer = new Importer(service, acknowledged -> {});
    new InputReader(Limits.standard())
        .read(Content.of(name, name + ".json", json.getBytes(StandardCharsets.UTF_8)), importer);
    importer.finish();
  }

  // ---- every page of the written stories
  // ------------------------------------------------------------

  private void crawled(List<String> stories, List<String> wrong) throws IOException {
    try (DeskServer server = DeskServer.open(written(stories), patient())) {
      Crawl crawl = Crawl.of(server.port(), List.of("/"));
      shown("stories of the store", server.desk().store().read(Store.View::stories).size());
      shown("pages and places looked at", crawl.pages().size());
      shown("files saved", crawl.files.size());
      shown("citations followed", crawl.citations);
      shown("lines, claims, events and origins looked at", crawl.numbers);
      atMost("dead links and anchors", crawl.dead.size(), 0);
      atMost("citations that lead to other words", crawl.otherWords.size(), 0);
      atMost("numbers without evidence", crawl.withoutEvidence.size(), 0);
      wrong.addAll(crawl.dead);
      wrong.addAll(crawl.otherWords);
      wrong.addAll(crawl.withoutEvidence);
    }
  }

  /** The store of the written stories. */
  private StorePlace written(List<String> stories) throws IOException {
    Path store = folder.resolve("written");
    if (Files.exists(store)) {
      return StorePlace.in(store);
    }
    try (StoryService service = StoryService.open(StorePlace.in(store))) {
      for (String line : stories) {
        JsonNode story = JSON.readTree(line);
        for (JsonNode report : story.get("reports")) {
          ObjectNode one = report.deepCopy();
          one.set("source", report.get("outlet"));
          take(service, report.get("id").asText(), one.toString());
        }
      }
      service.place(Progress.NONE);
    }
    return StorePlace.in(store);
  }

  // ---- what a page costs
  // ---------------------------------------------------------------------------------------

  /**
   * Processor time of a page that was asked for before, with the asking; also on a busy machine.
   */
  private void cost(List<String> stories) throws IOException {
    try (DeskServer server = DeskServer.open(written(stories), patient())) {
      Store store = server.desk().store();
      String story = "";
      for (var one : store.read(Store.View::stories)) {
        story = org.twosource.app.serve.page.Links.story(one.id());
        assertThat(Ask.get(server.port(), story).answer().status()).isEqualTo(200);
      }
      String report = store.read(view -> view.pages().getFirst().page());
      server.desk().writing().write(service -> service.watch("", WatchKind.QUERY, "the", true));
      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("today", "/");
      pages.put("story", story);
      pages.put("claim", story + "/claims/c1");
      pages.put("outlets", story + "/outlets");
      pages.put("report", org.twosource.app.serve.page.Links.report(report));
      pages.put("search", "/search?q=police+fire");
      pages.put("inbox", "/inbox");
      pages.put("watches", "/watches");
      pages.put("entities", "/entities");
      pages.put("sources", "/sources");
      pages.put("decisions", "/decisions");
      pages.put("status", "/status");
      pages.put("stories of the API", "/api/v1/stories");
      pages.put("reports of the API", "/api/v1/reports");
      pages.put("story of the API", "/api/v1" + story);
      pages.put("alerts of the API", "/api/v1/alerts");
      for (var page : pages.entrySet()) {
        for (int round = 0; round < WARM; round++) {
          assertThat(Ask.get(server.port(), page.getValue()).answer().status())
              .as(page.getValue())
              .isEqualTo(200);
        }
        long began = cpu();
        for (int round = 0; round < COUNTED; round++) {
          Ask.get(server.port(), page.getValue()).answer();
        }
        long micros = (cpu() - began) / 1_000 / COUNTED;
        atMost("CPU microseconds of a page asked for again, " + page.getKey(), micros, 10_000);
      }
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  // ---- pages of lists, and events, while reports come in
  // --------------------------------------------

  private void paged() throws Exception {
    Path store = folder.resolve("import");
    List<Report> reports = Events.reports(IMPORTED / 3 + 1).subList(0, IMPORTED);
    Set<Long> told = new HashSet<>();
    String last;
    long skipped = 0;
    long repeated = 0;
    long walks = 0;
    try (DeskServer server = DeskServer.open(StorePlace.in(store), patient());
        Listener listener = new Listener(server.port(), "")) {
      AtomicBoolean ended = new AtomicBoolean();
      Thread importing =
          Thread.ofPlatform().start(() -> send(server, reports.subList(0, IMPORTED / 2), ended));
      while (!ended.get() || walks < 3) {
        for (String list : List.of("/api/v1/reports", "/api/v1/receipts", "/api/v1/stories")) {
          Set<String> before = all(server, list, new ArrayList<>());
          List<String> walk = new ArrayList<>();
          Set<String> after = all(server, list, walk);
          repeated += walk.size() - after.size();
          // a story may have been merged meanwhile; reports and receipts never go
          if (!list.endsWith("stories")) {
            skipped += before.stream().filter(id -> !after.contains(id)).count();
          }
          walks++;
        }
      }
      importing.join();
      listener.until(lastChange(server), told);
      last = listener.last;
    }
    try (DeskServer server = DeskServer.open(StorePlace.in(store), patient())) {
      send(server, reports.subList(IMPORTED / 2, IMPORTED), new AtomicBoolean());
      try (Listener listener = new Listener(server.port(), last)) {
        listener.until(lastChange(server), told);
      }
      long changes = lastChange(server);
      long gaps = 0;
      for (long number = 1; number <= changes; number++) {
        gaps += told.contains(number) ? 0 : 1;
      }
      shown("items imported while lists were paged", IMPORTED);
      shown("lists walked to their end meanwhile", walks);
      atMost("items skipped", skipped, 0);
      atMost("items repeated", repeated, 0);
      shown("changes told to a listener", told.size());
      atMost("changes missed over a restart", gaps, 0);
    }
  }

  private static long lastChange(DeskServer server) {
    return server.desk().store().read(Store.View::lastChange);
  }

  private static void send(DeskServer server, List<Report> reports, AtomicBoolean ended) {
    for (int at = 0; at < reports.size(); at += BATCH) {
      StringBuilder lines = new StringBuilder();
      for (Report report : reports.subList(at, Math.min(at + BATCH, reports.size()))) {
        lines.append(line(report)).append('\n');
      }
      String text = lines.toString();
      server
          .desk()
          .writing()
          .write(
              service -> {
                Importer importer = new Importer(service, one -> {});
                new InputReader(Limits.standard())
                    .read(
                        Content.of("batch", "batch.jsonl", text.getBytes(StandardCharsets.UTF_8)),
                        importer);
                importer.finish();
                service.place(Progress.NONE);
                return true;
              });
    }
    ended.set(true);
  }

  /** Follows the cursor of a list to its end. */
  private static Set<String> all(DeskServer server, String list, List<String> walk)
      throws IOException {
    String next = list + "?limit=200";
    while (!next.isEmpty()) {
      Ask.Answer answer = Ask.get(server.port(), next).answer();
      assertThat(answer.status()).as(next).isEqualTo(200);
      JSON.readTree(answer.body())
          .path("items")
          .forEach(item -> walk.add(item.path("id").asText()));
      String link = answer.header("link");
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    return new LinkedHashSet<>(walk);
  }

  /** Somebody who listens to events, from where he left off. */
  private static final class Listener implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("(?m)^id: ((\\d+)~.*)$");
    private final Socket socket;
    private String last = "";

    Listener(int port, String from) throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(120_000);
      String ask =
          "GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
              + port
              + "\r\nAccept: text/event-stream\r\n"
              + (from.isEmpty() ? "" : "Last-Event-ID: " + from + "\r\n")
              + "\r\n";
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads until a change was told. */
    void until(long change, Set<Long> told) throws IOException {
      InputStream in = socket.getInputStream();
      StringBuilder read = new StringBuilder();
      while (!told.contains(change)) {
        int next = in.read();
        assertThat(next).isNotNegative();
        read.append((char) next);
        if (next == '\n' && read.toString().endsWith("\n\n")) {
          Matcher id = ID.matcher(read);
          if (read.indexOf("event: story-changed") >= 0 && id.find()) {
            told.add(Long.parseLong(id.group(2)));
            last = id.group(1);
          }
          read.setLength(0);
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  // ---- pages while reports come in
  // --------------------------------------------------------------------------------

  /** How long a reader waits for the first byte, from when he was to ask, however busy it is. */
  private void quick() throws Exception {
    Path store = folder.resolve("quick");
    List<Report> reports = Events.varied(KNOWN);
    try (DeskServer server = DeskServer.open(StorePlace.in(store), patient())) {
      send(server, reports.subList(0, KNOWN), new AtomicBoolean());
      List<String> pages = new ArrayList<>(List.of("/", "/search?q=ferry+fault", "/inbox"));
      pages.addAll(List.of("/sources", "/status", "/decisions", "/api/v1/stories?limit=50"));
      for (var story : server.desk().store().read(Store.View::stories).subList(0, ANALYSED)) {
        pages.add(org.twosource.app.serve.page.Links.story(story.id()));
        pages.add("/api/v1/stories/" + story.id());
      }
      for (int i = 0; i < ANALYSED; i++) {
        pages.add(org.twosource.app.serve.page.Links.report(reports.get(i).id()));
      }
      for (int round = 0; round < 3; round++) { // accounts are made, and the code is warm
        for (String page : pages) {
          assertThat(Ask.get(server.port(), page).answer().status()).as(page).isEqualTo(200);
        }
      }
      AtomicBoolean ended = new AtomicBoolean();
      List<Report> later = reports.subList(KNOWN, reports.size());
      Thread importing = Thread.ofPlatform().start(() -> send(server, later, ended));
      List<Long> waits = java.util.Collections.synchronizedList(new ArrayList<>());
      List<Thread> readers = new ArrayList<>();
      long began = System.nanoTime();
      for (int i = 0; i < REQUESTS && !ended.get(); i++) {
        String page = pages.get(i * 7 % pages.size());
        long due = began + i * 1_000_000_000L / A_SECOND;
        readers.add(
            Thread.ofVirtual()
                .start(() -> waits.add(firstByte(server.port(), page, due) / 1_000_000)));
        long left = due + 1_000_000_000L / A_SECOND - System.nanoTime();
        if (left > 0) {
          Thread.sleep(Duration.ofNanos(left));
        }
      }
      boolean isStillImporting = !ended.get();
      for (Thread reader : readers) {
        reader.join();
      }
      importing.join();
      assertThat(isStillImporting || waits.size() > REQUESTS / 2).isTrue();
      List<Long> sorted = waits.stream().sorted().toList();
      shown("pages asked for while reports came in, " + A_SECOND + " a second", sorted.size());
      shown("ms to the first byte, median", sorted.get(sorted.size() / 2));
      atMost("ms to the first byte, p99", sorted.get(sorted.size() * 99 / 100), 50);
    }
  }

  private static long firstByte(int port, String page, long due) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String ask = "GET " + page + " HTTP/1.1\r\nHost: 127.0.0.1:" + port;
      socket
          .getOutputStream()
          .write((ask + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      int first = in.read();
      long took = System.nanoTime() - due;
      assertThat(first).isEqualTo('H');
      in.readAllBytes();
      return took;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  // ---- a large store
  // --------------------------------------------------------------------------------

  /**
   * From the start of the program to the first page, over a store of as many reports: some thousand
   * that were read, and copies of their rows under other ids.
   */
  private void grown() throws Exception {
    Path store = folder.resolve("grown");
    try (StoryService service = StoryService.open(StorePlace.in(store))) {
      StringBuilder lines = new StringBuilder();
      Events.varied(KNOWN / 3).forEach(report -> lines.append(line(report)).append('\n'));
      take(service, "grown", lines.toString());
      service.place(Progress.NONE);
    }
    long all = multiply(store, GROWN);
    shown("reports of a grown store", all);
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      starts.add(start(store));
    }
    starts.sort(null);
    atMost("ms from the start of the program to its first page", starts.get(STARTS / 2), 2_000);
    try (DeskServer server = DeskServer.open(StorePlace.in(store), patient())) {
      List<Long> waits = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String page = List.of("/", "/?from=5000", "/decisions", "/inbox").get(i % 4);
        waits.add(firstByte(server.port(), page, System.nanoTime()) / 1_000_000);
      }
      List<Long> sorted = waits.stream().sorted().toList();
      shown("ms to the first byte of its lists, median", sorted.get(100));
      atMost("ms to the first byte of its lists, p99", sorted.get(198), 50);
    }
  }

  private static String line(Report report) {
    return JSON.createObjectNode()
        .put("id", report.id())
        .put("title", report.headline().orElse(""))
        .put("source", report.outlet().orElse(""))
        .put("date", report.published().orElseThrow().iso())
        .put("text", report.body())
        .toString();
  }

  /** Copies the rows of a store until it has so many reports. */
  private static long multiply(Path store, long reports) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + store.resolve("twosource.db"));
        Statement sql = database.createStatement()) {
      database.setAutoCommit(false);
      long own = number(sql, "select count(*) from report");
      long last = number(sql, "select max(seq) from receipt");
      for (long copy = 1; (copy + 1) * own <= reports; copy++) {
        String other = "|| '~" + copy + "'";
        String seq = "+ " + copy * last;
        for (String insert :
            List.of(
                "receipt select seq %2$s, key %1$s, outcome, report %1$s, source, raw, ordinal, reason,"
                    + " received, name, url, charset from receipt where seq <= %3$d",
                "report select id %1$s, page %1$s, receipt %2$s, content, outlet, url, title, published,"
                    + " day, current, data from report where receipt <= %3$d",
                "story select id %1$s, title, reports, sources, first_day, last_day, fingerprint,"
                    + " changed %2$s from story where changed <= %3$d and id not like '%%~%%'",
                "member select page %1$s, story %1$s from member where page not like '%%~%%'",
                "identity select key %1$s, page %1$s from identity where page not like '%%~%%'")) {
          sql.executeUpdate("insert into " + insert.formatted(other, seq, last));
        }
      }
      long all = number(sql, "select max(seq) from receipt");
      sql.executeUpdate(
          "update setting set value = '"
              + all
              + "' where name in ('placed', 'settled', 'watched')");
      database.commit();
      return number(sql, "select count(*) from report");
    }
  }

  private static long number(Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      return row.getLong(1);
    }
  }

  /** Milliseconds from the start of a process of its own to the end of its first page. */
  private static long start(Path store) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    long began = System.nanoTime();
    List<String> serve = List.of("serve", "--store", store.toString(), "--port", "" + port);
    List<String> command = new ArrayList<>(List.of(System.getProperty("desk.program", "")));
    command.addAll(serve);
    Process desk =
        new ProcessBuilder(
                command.getFirst().isEmpty()
                    ? OwnProcess.command(List.of("-XX:+UseSerialGC"), serve)
                    : command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (true) {
        try {
          assertThat(Ask.get(port, "/").answer().body()).contains("/stories/");
          return (System.nanoTime() - began) / 1_000_000;
        } catch (ConnectException notYet) {
          assertThat(System.nanoTime() - began).isLessThan(Duration.ofMinutes(5).toNanos());
          Thread.sleep(10);
        }
      }
    } finally {
      desk.destroy();
      desk.waitFor();
    }
  }

  // ---- a large story
  // --------------------------------------------------------------------------------

  /** Reports of one written story, each printed by many outlets with a sentence left out. */
  private void large(JsonNode story) throws IOException {
    Path store = folder.resolve("large");
    List<JsonNode> texts = new ArrayList<>();
    story.get("reports").forEach(texts::add);
    try (StoryService service = StoryService.open(StorePlace.in(store))) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < LARGE; i++) {
        JsonNode text = texts.get(i % texts.size());
        String[] sentences = text.get("text").asText().split("(?<=\\.) ");
        List<String> kept = new ArrayList<>(List.of(sentences));
        if (i >= texts.size() && kept.size() > 4) {
          kept.remove(1 + i / texts.size() % (kept.size() - 2));
        }
        lines
            .append(
                JSON.createObjectNode()
                    .put("id", "large-" + i)
                    .put("title", text.path("headline").asText(text.path("title").asText("")))
                    .put("source", "The " + i + " Post")
                    .put("date", LocalDate.of(2026, 3, 1).plusDays(i % 3).toString())
                    .put("text", String.join(" ", kept)))
            .append('\n');
      }
      Importer importer = new Importer(service, one -> {});
      new InputReader(Limits.standard())
          .read(
              Content.of("large", "large.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8)),
              importer);
      importer.finish();
      service.place(Progress.NONE);
      // a reader knows that they tell of one event where the words alone do not show it
      for (int i = 1; i < texts.size(); i++) {
        service.decide("", "together", "large-0", "large-" + i, Progress.NONE);
      }
    }
    try (DeskServer server = DeskServer.open(StorePlace.in(store), patient())) {
      var stories = server.desk().store().read(Store.View::stories);
      var largest =
          stories.stream().max(java.util.Comparator.comparingInt(one -> one.reports())).get();
      String href = org.twosource.app.serve.page.Links.story(largest.id());
      String page = Ask.get(server.port(), href).answer().body();
      shown("reports of the largest story", largest.reports());
      atMost("kB of HTML of its page", page.getBytes(StandardCharsets.UTF_8).length / 1_000, 300);
    }
  }
}
