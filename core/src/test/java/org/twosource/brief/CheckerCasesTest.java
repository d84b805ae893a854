package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;

/** Runs the cases of the checker: what of a sentence one report does not carry. */
class CheckerCasesTest {
  private static final String OF_REPORT = "> ";

  private static StandardAnnotator annotator;
  private static List<Annotated> report;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
    String body =
        CasesFile.lines("Checker").stream()
            .filter(line -> line.startsWith(OF_REPORT))
            .map(line -> line.substring(OF_REPORT.length()))
            .collect(Collectors.joining("\n\n"));
    report = List.of(annotated("report", body));
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static Stream<List<String>> cases() {
    return CasesFile.rows("Checker").stream().filter(row -> row.size() > 1);
  }

  private static Annotated annotated(String id, String body) {
    Report plain = Report.of(id, body).withLanguage(Optional.of("en"));
    return annotator.annotate(List.of(new StandardTextBuilder().build(plain))).reports().getFirst();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSentenceIsSupportedOrSaidToLackWhatTheReportDoesNotCarry(List<String> row) {
    List<Check> checks =
        new Checker(new TokenWordAligner()).check(annotated("summary", row.get(0)), report);
    assertThat(checks).hasSize(1);
    Check check = checks.getFirst();
    String missing =
        check.missing().stream()
            .map(one -> one.what().label())
            .distinct()
            .collect(Collectors.joining(", "));
    assertThat(check.supported() ? "supported" : missing).isEqualTo(row.get(1));
    assertThat(check.supported())
        .isEqualTo(check.missing().stream().noneMatch(Check.Missing::refuses));
  }
}
