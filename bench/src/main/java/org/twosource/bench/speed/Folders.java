package org.twosource.bench.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.twosource.bench.generator.GeneratedReport;
import org.twosource.bench.generator.ReportStream;
import org.twosource.report.Report;

/** Folders of reports to be timed, made from the sample and the generator; always the same. */
final class Folders {
  private static final Path SAMPLE = Path.of("samples", "harbour");
  private static final double KEPT = .75;
  private static final double EDITED = .15;
  private static final int STREAM = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Folders() {}

  /**
   * Prints of the six reports of the sample: paragraphs left out, one word changed in some
   * sentences, as a wire story looks after some hundred desks.
   */
  static Path oneStory(int reports) throws IOException {
    Path folder = Files.createTempDirectory("twosource-one-story");
    List<String> bodies = sample();
    Random random = new Random(reports);
    for (int at = 0; at < reports; at++) {
      String text = print(bodies.get(at % bodies.size()), random);
      Files.writeString(folder.resolve(String.format(Locale.ROOT, "r%04d.txt", at)), text);
    }
    return folder;
  }

  private static List<String> sample() throws IOException {
    List<String> bodies = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLE)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        bodies.add(Files.readString(file));
      }
    }
    return bodies;
  }

  private static String print(String body, Random random) {
    String[] paragraphs = body.split("\n\n");
    String[] words = body.split("\\s+");
    StringBuilder print = new StringBuilder(paragraphs[0]);
    for (int at = 1; at < paragraphs.length; at++) {
      if (random.nextDouble() < KEPT) {
        print.append("\n\n").append(edited(paragraphs[at], words, random));
      }
    }
    return print.append('\n').toString();
  }

  private static String edited(String paragraph, String[] words, Random random) {
    String[] sentences = paragraph.split("(?<=\\.) ");
    for (int at = 0; at < sentences.length; at++) {
      if (random.nextDouble() < EDITED) {
        String[] own = sentences[at].split(" ");
        own[random.nextInt(own.length)] = words[random.nextInt(words.length)];
        sentences[at] = String.join(" ", own);
      }
    }
    return String.join(" ", sentences);
  }

  /** The first reports of a generated stream of many stories, as one file of JSON Lines. */
  static Path manyStories(int reports) throws IOException {
    List<String> lines = new ArrayList<>();
    Iterator<GeneratedReport> stream = new ReportStream(STREAM, 1);
    while (lines.size() < reports) {
      lines.add(JSON.writeValueAsString(line(stream.next().report())));
    }
    Path folder = Files.createTempDirectory("twosource-many-stories");
    Files.write(folder.resolve("reports.jsonl"), lines);
    return folder;
  }

  private static ObjectNode line(Report report) {
    ObjectNode line = JSON.createObjectNode().put("id", report.id()).put("text", report.body());
    report.headline().ifPresent(title -> line.put("title", title));
    report.outlet().ifPresent(outlet -> line.put("source", outlet));
    report.published().ifPresent(date -> line.put("date", date.iso()));
    return line;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
