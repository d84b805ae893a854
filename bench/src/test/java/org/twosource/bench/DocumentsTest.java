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

/** What the top-level documents name is there, and the table of figures is that of the results. */
class DocumentsTest {
  private static final Path TOP = Path.of("..");

  /** Links to files, and names of files and folders of the tree between backquotes. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\]\\((?!https?:|#)([^)#]+)|`((?:core|app|bench|docs|scripts|samples)/[\\w./-]+)`");

  @Test
  void everyPathNamedInATopLevelDocumentExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path document :
        List.of(file("README.md"), file("ARCHITECTURE.md"), file("CONTRIBUTING.md"))) {
      Matcher named = NAMED.matcher(Files.readString(document));
      while (named.find()) {
        String path = named.group(1) == null ? named.group(2) : named.group(1);
        if (!Files.exists(TOP.resolve(path))) {
          missing.add(document.getFileName() + ": " + path);
        }
      }
    }
    assertEquals(List.of(), missing);
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
