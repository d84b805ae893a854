package org.twosource.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Span;

/**
 * Runs the cases file of copied changes: a sentence, its copy, and everything that the detectors
 * find between them, with how grave it is and the words on either side.
 */
class CopiedChangesTest {
  private static final String NOT_YET = "not yet: ";
  private static StandardAnnotator annotator;
  private static PairComparer comparer;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
    comparer = PairComparer.with(annotator);
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static List<String> cases() throws IOException {
    try (InputStream file =
        CopiedChangesTest.class.getResourceAsStream("/cases/CopiedChanges.txt")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCopyGivesTheseFindingsAndNoOthers(String line) {
    String[] cells = line.split(" \\| ");
    String findings =
        comparer.compare(cells[0], cells[1], Optional.of("en")).stream()
            .map(finding -> shown(finding, cells[0], cells[1]))
            .sorted()
            .collect(Collectors.joining("; "));
    String found = findings.isEmpty() ? "nothing" : findings;
    String wanted = cells[2].strip();
    if (wanted.startsWith(NOT_YET)) {
      assumeTrue(found.equals(wanted.substring(NOT_YET.length())), found);
    }
    assertThat(found).isEqualTo(wanted.replace(NOT_YET, ""));
  }

  private static String shown(Finding finding, String before, String after) {
    return finding.kind().label()
        + " "
        + finding.severity().label()
        + ": "
        + words(finding.before(), before)
        + " > "
        + words(finding.after(), after);
  }

  private static String words(Optional<Span> span, String text) {
    return span.map(words -> words.in(text)).orElse("-");
  }
}
