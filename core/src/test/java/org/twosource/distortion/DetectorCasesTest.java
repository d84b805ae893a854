package org.twosource.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.StandardAnnotator;

/** Runs the cases file of every detector: what it must find, and what none may find. */
class DetectorCasesTest {
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

  /** One line of a cases file. */
  record Case(Distortion.Kind kind, String before, String after, boolean found) {
    @Override
    public String toString() {
      return kind.label() + (found ? " found: " : " nothing: ") + before + " | " + after;
    }
  }

  static Stream<Case> cases() {
    return Detectors.standard().all().stream().flatMap(DetectorCasesTest::read);
  }

  private static Stream<Case> read(Detector detector) {
    return CasesFile.rows(detector.getClass().getSimpleName()).stream()
        .map(row -> new Case(detector.kind(), row.get(0), row.get(1), row.get(2).equals("found")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void detectorFindsItsCaseAndAllStaySilentOnHarmlessOnes(Case given) {
    List<Finding> findings =
        comparer.compare(given.before(), given.after(), Optional.of("en")).stream()
            .filter(finding -> given.found() || finding.severity() != Distortion.Severity.LOW)
            .toList();
    if (given.found()) {
      assertThat(findings).extracting(Finding::kind).contains(given.kind());
    } else {
      assertThat(findings).isEmpty();
    }
  }
}
