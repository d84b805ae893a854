package org.twosource.distortion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Span;

/**
 * Runs the cases file of copied changes: a sentence, its copy, and everything that the detectors
 * find between them, with how grave it is and the words on either side.
 */
class CopiedChangesTest {
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

  static List<List<String>> cases() {
    return CasesFile.rows("CopiedChanges");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCopyGivesTheseFindingsAndNoOthers(List<String> row) {
    String findings =
        comparer.compare(row.get(0), row.get(1), Optional.of("en")).stream()
            .map(finding -> shown(finding, row.get(0), row.get(1)))
            .sorted()
            .collect(Collectors.joining("; "));
    CasesFile.check(findings, row.get(2));
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
