package org.twosource.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.twosource.bench.generator.GeneratedReport;
import org.twosource.bench.generator.GeneratedReport.Kind;
import org.twosource.bench.generator.ReportStream;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** A generated stream as an archive: files of JSON Lines, and the truth beside them. */
final class MadeUpArchive {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the traps of the generator add, a paragraph each; plain archives leave them out. */
  private static final List<String> TRAPS =
      List.of(
          "in what many have come to call a sign of these hard times",
          "as the city waits for news from the hills");

  /** What a plain archive is given too much of. */
  enum Skew {
    /** Nothing; the traps of the generator are taken out. */
    PLAIN,
    /** A phrase in three reports of ten. */
    PHRASE,
    /** One word sequence in every report. */
    SEQUENCE,
    /** One text in a third of all reports. */
    COPIES
  }

  private MadeUpArchive() {}

  /** The stream as it is, in {@code files} files; in another order where a seed is given. */
  static void write(List<Report> reports, Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    for (int file = 0; file < files; file++) {
      try (BufferedWriter lines =
          Files.newBufferedWriter(folder.resolve("part-" + file + ".jsonl"))) {
        for (int at = file; at < reports.size(); at += files) {
          lines.write(line(reports.get(at)));
          lines.newLine();
        }
      }
    }
  }

  static List<Report> reports(int size, long seed) {
    List<Report> reports = new ArrayList<>();
    new ReportStream(size, seed).forEachRemaining(made -> reports.add(made.report()));
    return reports;
  }

  static List<Report> shuffled(List<Report> reports, long seed) {
    List<Report> shuffled = new ArrayList<>(reports);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  /**
   * Of {@code size} reports, with the truth of each on a line: id, event, kind, parents, families,
   * prose.
   */
  static void writeTruth(int size, long seed, Path file) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (ReportStream stream = new ReportStream(size, seed); stream.hasNext(); ) {
        GeneratedReport made = stream.next();
        lines.write(
            String.join(
                "\t",
                made.id(),
                Integer.toString(made.story()),
                made.kind().name(),
                String.join(",", made.parents()),
                String.join(",", made.families()),
                Integer.toString(made.prose())));
        lines.newLine();
      }
    }
  }

  /** {@code size} reports without the traps of the generator, but with one of ours. */
  static List<Report> skewed(int size, long seed, Skew skew) {
    int copies = skew == Skew.COPIES ? size / 3 : 0;
    Random random = new Random(seed);
    List<Report> reports = new ArrayList<>();
    ReportStream stream = new ReportStream(2 * size, seed);
    while (reports.size() < size - copies) {
      GeneratedReport made = stream.next();
      if (made.kind() != Kind.BURST) {
        String body = plain(made.report().body());
        switch (skew) {
          case PLAIN, COPIES -> {}
          case PHRASE -> body += random.nextInt(10) < 3 ? added(body, TRAPS.getFirst()) : "";
          case SEQUENCE -> body += added(body, TRAPS.getLast());
        }
        reports.add(with(made.report(), made.id(), body));
      }
    }
    Report printed =
        reports.stream()
            .filter(one -> one.published().isPresent())
            .skip(size / 3)
            .findFirst()
            .orElseThrow();
    for (int copy = 0; copy < copies; copy++) {
      reports.add(with(printed, "copy" + copy, printed.body()));
    }
    return reports;
  }

  private static String plain(String body) {
    return Arrays.stream(body.split("\n\n"))
        .filter(paragraph -> TRAPS.stream().noneMatch(paragraph::contains))
        .collect(Collectors.joining("\n\n"));
  }

  /** A paragraph of the first words of the text and the trap. */
  private static String added(String body, String trap) {
    String[] words = body.replaceFirst("(?s).* - ", "").split("\\s+", 5);
    return "\n\n"
        + String.join(" ", List.of(words).subList(0, Math.min(4, words.length)))
        + " "
        + trap
        + ".";
  }

  private static Report with(Report report, String id, String body) {
    return new Report(
        id,
        id,
        report.url(),
        report.outlet(),
        report.headline(),
        report.byline(),
        report.credit(),
        report.published(),
        report.language(),
        body);
  }

  static String line(Report report) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", report.id());
    line.put("text", report.body());
    report.headline().ifPresent(title -> line.put("title", title));
    report.outlet().ifPresent(outlet -> line.put("source", outlet));
    report.url().ifPresent(url -> line.put("url", url));
    report.published().map(PartialDate::iso).ifPresent(date -> line.put("date", date));
    report.credit().forEach(credit -> line.put("credit", credit));
    report.byline().forEach(author -> line.put("byline", author));
    return JSON.writeValueAsString(line);
  }
}
