package org.twosource.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    return Detectors.standard().all().stream().flatMap(detector -> read(detector).stream());
  }

  private static List<Case> read(Detector detector) {
    String file = "/cases/" + detector.getClass().getSimpleName() + ".txt";
    List<Case> cases = new ArrayList<>();
    try (InputStream lines = DetectorCasesTest.class.getResourceAsStream(file)) {
      assertThat(lines).as("cases file %s", file).isNotNull();
      String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] cells = line.split(" \\| ");
        cases.add(new Case(detector.kind(), cells[0], cells[1], cells[2].strip().equals("found")));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(file, failure);
    }
    return cases;
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
