package org.twosource.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.twosource.app.desk.Events;
import org.twosource.app.desk.Imports;
import org.twosource.app.desk.ManyReports;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.app.watch.WatchKind;
import org.twosource.report.Report;

/**
 * Figures of the desk over written stories, a long import and a large story. Takes minutes: {@code
 * -Ddesk=on}; see scripts/desk-figures.sh.
 */
class DeskFiguresTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int IMPORTED = 10_000;
  private static final int BATCH = 1_000;
  private static final int LARGE = 500;
  private static final int KNOWN = 9_000;
  private static final int ANALYSED = 12;
  private static final int A_SECOND = 50;
  private static final int REQUESTS = 40 * A_SECOND;
  private static final long GROWN = Long.getLong("desk.grown", 1_000_000);
  private static final int STARTS = 5;
  private static final int WARM_ROUNDS = 3;
  private static final int TOGETHER = 50;
  private static final int WARM = 400;
  private static final int COUNTED = 200;

  @TempDir Path folder;
  private final FigureTable table = new FigureTable();

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
    wrong.stream().limit(40).forEach(System.out::println);
    String target = System.getProperty("desk.out", "");
    if (!target.isEmpty()) {
      table.write(Path.of(target));
    }
    assertThat(wrong).isEmpty();
  }

  private static DeskOptions patient() {
    Duration patience = Duration.ofMinutes(40);
    return SampleDesk.options()
        .withLimits(
            new DeskOptions.DeskLimits(64 << 20, 256 << 20, patience, patience, 20_000, 6, 4));
  }

  // ---- every page of the written stories
  // ------------------------------------------------------------

  private void crawled(List<String> stories, List<String> wrong) throws IOException {
    try (DeskServer server = DeskServer.open(written(stories), patient())) {
      Crawl crawl = Crawl.of(server.port(), List.of("/"));
      table.shown("stories of the store", server.desk().store().read(Store.View::stories).size());
      table.shown("pages and places looked at", crawl.pages().size());
      table.shown("files saved", crawl.files.size());
      table.shown("citations followed", crawl.citations);
      table.shown("lines, claims, events and origins looked at", crawl.numbers);
      table.atMost("dead links and anchors", crawl.dead.size(), 0);
      table.atMost("citations that lead to other words", crawl.otherWords.size(), 0);
      table.atMost("numbers without evidence", crawl.withoutEvidence.size(), 0);
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
          Imports.accept(service, report.get("id").asText() + ".json", one.toString());
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
        table.atMost(
            "CPU microseconds of a page asked for again, " + page.getKey(), micros, 10_000);
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
      table.shown("items imported while lists were paged", IMPORTED);
      table.shown("lists walked to their end meanwhile", walks);
      table.atMost("items skipped", skipped, 0);
      table.atMost("items repeated", repeated, 0);
      table.shown("changes told to a listener", told.size());
      table.atMost("changes missed over a restart", gaps, 0);
    }
  }

  private static long lastChange(DeskServer server) {
    return server.desk().store().read(Store.View::lastChange);
  }

  private static void send(DeskServer server, List<Report> reports, AtomicBoolean ended) {
    for (int at = 0; at < reports.size(); at += BATCH) {
      StringBuilder lines = new StringBuilder();
      for (Report report : reports.subList(at, Math.min(at + BATCH, reports.size()))) {
        lines.append(ManyReports.line(report)).append('\n');
      }
      String text = lines.toString();
      server
          .desk()
          .writing()
          .write(
              service -> {
                Imports.accept(service, "batch.jsonl", text);
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

  // ---- pages while reports come in, in a small store and in a large one
  // --------------------------------------------------------------------------------

  /**
   * How long a reader waits for the first byte, from when he was to ask, however busy it is; the
   * program runs in a process of its own, as a user starts it.
   */
  private void quick() throws Exception {
    GrownStore store = GrownStore.of(folder.resolve("quick"), KNOWN);
    try (OwnDesk desk = OwnDesk.start(store.folder())) {
      whileImporting(store, desk, KNOWN + " reports");
    }
  }

  /** The same over a very large store, and how long the program takes to show its first page. */
  private void grown() throws Exception {
    Path at = Path.of(System.getProperty("desk.store", folder.resolve("grown").toString()));
    GrownStore store = GrownStore.of(at, GROWN);
    if (store.importCpuSeconds() > 0) {
      table.shown("CPU seconds to import a grown store", store.importCpuSeconds());
    }
    table.shown("reports of a grown store", store.reports());
    List<Long> starts = new ArrayList<>();
    List<Long> cpu = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (OwnDesk desk = OwnDesk.start(store.folder())) {
        starts.add(desk.millisToFirstPage());
        cpu.add(desk.cpuMillisToFirstPage());
      }
    }
    starts.sort(null);
    cpu.sort(null);
    table.atMost(
        "ms from the start of the program to its first page", starts.get(STARTS / 2), 2_000);
    table.shown("CPU ms from the start of the program to its first page", cpu.get(STARTS / 2));
    try (OwnDesk desk = OwnDesk.start(store.folder())) {
      whileImporting(store, desk, "a grown store");
    }
  }

  private void whileImporting(GrownStore store, OwnDesk desk, String of) throws Exception {
    List<String> pages = desk.pages(ANALYSED);
    for (int round = 0; round < WARM_ROUNDS; round++) { // accounts are made, and the code is warm
      for (String page : pages) {
        assertThat(Ask.get(desk.port(), page).answer().status()).as(page).isEqualTo(200);
      }
    }
    AtomicBoolean ended = new AtomicBoolean();
    List<Integer> imported = java.util.Collections.synchronizedList(new ArrayList<>());
    Thread importing = Thread.ofPlatform().start(() -> send(store, desk, imported, ended));
    while (imported.isEmpty()) {
      Thread.sleep(50);
    }
    Traffic traffic = Traffic.of(desk.port(), pages, A_SECOND, REQUESTS);
    ended.set(true);
    importing.join();
    table.shown("pages asked for while reports came into " + of, traffic.count());
    table.shown(
        "reports that came into " + of + " meanwhile",
        imported.stream().mapToInt(one -> one).sum());
    table.shown("ms to the first byte, " + of + ", median", traffic.percentile(50));
    table.atMost("ms to the first byte, " + of + ", p99", traffic.percentile(99), 50);
    traffic.slowest(12).forEach(System.out::println);
  }

  /** Sends reports as quickly as they are acknowledged. */
  private static void send(
      GrownStore store, OwnDesk desk, List<Integer> imported, AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        String lines = store.next(TOGETHER);
        Ask.Answer answer =
            Ask.of(desk.port(), "POST", "/api/v1/reports?name=more.jsonl")
                .with(
                    "X-Twosource-Token",
                    Files.readString(store.folder().resolve("desk-token")).strip())
                .body("application/jsonl", lines)
                .answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        imported.add(TOGETHER);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
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
      Imports.accept(service, "large.jsonl", lines.toString());
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
      table.shown("reports of the largest story", largest.reports());
      table.atMost(
          "kB of HTML of its page", page.getBytes(StandardCharsets.UTF_8).length / 1_000, 300);
    }
  }
}
