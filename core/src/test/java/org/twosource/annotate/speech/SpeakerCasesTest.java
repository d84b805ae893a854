package org.twosource.annotate.speech;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/**
 * Runs the cases file of speakers: a report, and who says what in it, as the program reads it. The
 * words of who speaks stand first, then whom they name where that is known otherwise.
 */
class SpeakerCasesTest {
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static List<List<String>> cases() {
    return CasesFile.rows("Speakers");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportSaysWhoSaysWhat(List<String> row) {
    Report report = Report.of("r", CasesFile.body(row.get(0)));
    Annotated annotated =
        annotator.annotate(List.of(new StandardTextBuilder().build(report))).reports().getFirst();
    String said =
        annotated.attributions().stream()
            .map(one -> shown(one, report.body()))
            .collect(Collectors.joining("; "));
    CasesFile.check(said, row.get(1));
  }

  private static String shown(Attribution said, String body) {
    String words = said.source().map(span -> span.in(body)).orElse("-");
    return words
        + said.entity().map(entity -> " = " + entity).orElse("")
        + ": "
        + (said.quoted().isEmpty() ? said.content() : said.quoted())
            .stream().map(span -> span.in(body).strip()).collect(Collectors.joining(" / "));
  }
}
