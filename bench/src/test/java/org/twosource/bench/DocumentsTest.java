package org.twosource.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name, quote and count is there, and as they say. */
class DocumentsTest {
  private static final Path TOP = Path.of("..");

  /** Links to files, and names of files and folders of the tree between backquotes. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\]\\((?!https?:|#)([^)#]+)|`((?:core|app|bench|docs|scripts|samples)/[\\w./-]+)`");

  /** A figure in words has the row it comes from behind it: suite, metric, least and most. */
  private static final Pattern FIGURE =
      Pattern.compile("<!-- ([\\w-]+) \\| ([^|]+) \\| ([\\d.]+) \\| ([\\d.]+) -->");

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S+)\\n(.*?)^```$");

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(TOP, file("docs"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  @Test
  void everyPathNamedInADocumentExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      Matcher named = NAMED.matcher(Files.readString(document));
      while (named.find()) {
        boolean linked = named.group(1) != null;
        Path path =
            linked
                ? document.resolveSibling(named.group(1))
                : TOP.resolve(named.group(2).replaceFirst("[.:]+$", ""));
        boolean example = path.getFileName().toString().toLowerCase(Locale.ROOT).startsWith("xx.");
        if (!example && !Files.exists(path)) {
          missing.add(document + ": " + path);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyFigureInWordsIsWithinWhatTheResultsSay() throws IOException {
    List<String> wrong = new ArrayList<>();
    int figures = 0;
    for (Path document : documents()) {
      Matcher figure = FIGURE.matcher(Files.readString(document));
      while (figure.find()) {
        figures++;
        double value = value(figure.group(1), figure.group(2).strip());
        boolean within =
            value >= Double.parseDouble(figure.group(3))
                && value <= Double.parseDouble(figure.group(4));
        if (!within) {
          wrong.add(document.getFileName() + ": " + figure.group() + " is " + value);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(figures >= 7, "figures in words that are looked up: " + figures);
  }

  private static double value(String suite, String metric) throws IOException {
    return Files.readAllLines(file("bench/results/" + suite + ".tsv")).stream()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells[0].equals(metric))
        .mapToDouble(cells -> Double.parseDouble(cells[1]))
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  void theTourShowsWhatTheGoldenCaseHas() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(file("docs/tour.md")));
    List<String> missing = new ArrayList<>();
    int lines = 0;
    while (block.find()) {
      Path page =
          file("core/src/test/resources/golden/harbour/expected/" + block.group(1) + ".txt");
      List<String> there = Files.readAllLines(page);
      for (String line : block.group(2).lines().toList()) {
        lines++;
        if (!there.contains(line)) {
          missing.add(block.group(1) + ": " + line);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertTrue(lines >= 10, "lines of the tour that are looked up: " + lines);
  }

  @Test
  void theDiffsOfTheGuideAreThoseOfTheCode() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(file("docs/add-a-detector.md")));
    List<String> missing = new ArrayList<>();
    int blocks = 0;
    while (block.find()) {
      blocks++;
      List<String> lines = block.group(2).lines().toList();
      List<String> there = Files.readAllLines(file(lines.getFirst().substring("+++ b/".length())));
      for (String line : lines.subList(1, lines.size())) {
        if (!there.contains(line.substring(1))) {
          missing.add(lines.getFirst() + ": " + line);
        }
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(5, blocks);
  }

  @Test
  void theTableOfFiguresIsThatOfTheResults() throws IOException {
    List<String> rows = new ArrayList<>();
    try (Stream<Path> results = Files.list(file("bench/results"))) {
      for (Path result : results.sorted().toList()) {
        rows.addAll(rows(result));
      }
    }
    List<String> table =
        Files.readAllLines(file("docs/figures.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| suite |"))
            .sorted()
            .toList();
    assertEquals(rows.stream().sorted().toList(), table, "run ./scripts/figures.sh");
    assertTrue(Files.readString(file("README.md")).contains("docs/figures.md"));
  }

  private static List<String> rows(Path result) throws IOException {
    String suite = result.getFileName().toString().replace(".tsv", "");
    return Files.readAllLines(result).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells.length > 3 && !cells[2].isEmpty())
        .map(
            cells ->
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |",
                    suite,
                    cells[0],
                    three(cells[1]),
                    three(cells[2]),
                    cells[3].equals("yes") ? "" : "missed"))
        .toList();
  }

  /** As C prints it: half to even of the binary number. */
  private static String three(String number) {
    return new java.math.BigDecimal(Double.parseDouble(number))
        .setScale(3, java.math.RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  private static Path file(String name) {
    return TOP.resolve(name);
  }
}
