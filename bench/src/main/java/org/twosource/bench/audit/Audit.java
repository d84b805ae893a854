package org.twosource.bench.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;

/**
 * {@code audit N} writes a worksheet of N findings of each kind from random open stories; {@code
 * audit score SHEET} scores a filled one and keeps its verdicts.
 */
public final class Audit {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Path KEPT = Path.of("bench", "audits");

  private static final int FEWEST_STORIES = 3;

  private Audit() {}

  /** What was asked for. */
  private record Order(int count, List<Path> stories, long seed, List<Path> other, Path out) {}

  /**
   * @throws IOException when data cannot be read or the sheet cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 2 && args[0].equals("score")) {
      score(Path.of(args[1]));
    } else if (args.length > 0 && args[0].matches("[1-9]\\d{0,3}")) {
      draw(order(args));
    } else {
      System.err.println(
          "audit N [--stories FILE...] [--seed S] [--other DIR] [--out FILE], or audit score FILE");
      System.exit(64);
    }
  }

  private static Order order(String[] args) throws IOException {
    Deque<String> words = new ArrayDeque<>(Arrays.asList(args));
    int count = Integer.parseInt(words.remove());
    List<Path> stories = new ArrayList<>();
    List<Path> other = new ArrayList<>();
    long seed = System.nanoTime();
    Path out = Path.of(System.getProperty("java.io.tmpdir"), "twosource-audit.md");
    while (!words.isEmpty()) {
      switch (words.remove()) {
        case "--stories" -> {
          while (!words.isEmpty() && !words.element().startsWith("--")) {
            stories.add(Path.of(words.remove()));
          }
        }
        case "--seed" -> seed = Long.parseLong(words.remove());
        case "--other" -> other.addAll(documents(Path.of(words.remove())));
        case "--out" -> out = Path.of(words.remove());
        default -> throw new IllegalArgumentException("audit takes: " + String.join(" ", args));
      }
    }
    if (stories.isEmpty()) {
      BenchData data = BenchData.find().orElseThrow();
      stories.add(data.file("stories/news_cluster.jsonl"));
      stories.add(data.file("stories/basil.jsonl"));
    }
    return new Order(count, stories, seed, other, out);
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static void draw(Order order) throws IOException {
    StoryRuns runs = new StoryRuns();
    List<AuditedFinding> own = new ArrayList<>();
    for (List<JsonNode> story : stories(order)) {
      own.addAll(
          FindingReader.read(runs.lines(story), "this", story.getFirst().path("story").asText()));
    }
    List<AuditedFinding> other = new ArrayList<>();
    for (Path document : order.other()) {
      other.addAll(
          FindingReader.read(
              new ResultDocument(JSON.readTree(document.toFile())),
              "other",
              document.getFileName().toString().replaceFirst("\\.json$", "")));
    }
    Worksheet worksheet = Worksheet.draw(own, other, order.count(), order.seed());
    Files.writeString(order.out(), worksheet.sheet());
    Files.writeString(key(order.out()), worksheet.key());
    System.out.println(
        worksheet.rows().size()
            + " rows, seed "
            + order.seed()
            + ": fill in "
            + order.out()
            + ", then ./build audit score "
            + order.out());
  }

  /** Some stories at random that no audit has named, the reports of each together. */
  private static List<List<JsonNode>> stories(Order order) throws IOException {
    Map<String, List<JsonNode>> byStory = new LinkedHashMap<>();
    for (Path file : order.stories()) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          JsonNode report = JSON.readTree(line);
          byStory
              .computeIfAbsent(report.path("story").asText(), story -> new ArrayList<>())
              .add(report);
        }
      }
    }
    byStory.keySet().removeAll(named());
    List<List<JsonNode>> stories = new ArrayList<>(byStory.values());
    Collections.shuffle(stories, new Random(order.seed()));
    int wanted = Math.max(FEWEST_STORIES, order.count()); // one a finding: stories differ most
    return stories.subList(0, Math.min(wanted, stories.size()));
  }

  private static Set<String> named() throws IOException {
    Set<String> named = new HashSet<>();
    if (Files.isDirectory(KEPT)) {
      try (Stream<Path> tables = Files.list(KEPT)) {
        for (Path table : tables.toList()) {
          named.addAll(Verdicts.stories(Files.readAllLines(table)));
        }
      }
    }
    return named;
  }

  private static void score(Path sheet) throws IOException {
    Verdicts verdicts =
        Verdicts.of(Files.readAllLines(key(sheet)), Worksheet.marks(Files.readAllLines(sheet)));
    System.out.print(verdicts.summary());
    String name = sheet.getFileName().toString().replaceFirst("\\.md$", "");
    Path kept = KEPT.resolve(name + ".tsv");
    Files.createDirectories(KEPT);
    Files.writeString(kept, verdicts.table());
    System.out.println("kept as " + kept);
  }

  private static Path key(Path sheet) {
    return sheet.resolveSibling(sheet.getFileName() + ".key");
  }
}
