package org.twosource.annotate.time;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/** Days by the verb that governs them, read as the program reads a report: cases/VerbTense.txt. */
class VerbTenseTest {
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
    return CasesFile.rows("VerbTense");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theVerbOverADayTellsWhichOneItIs(List<String> row) {
    Report report =
        new Report(
            "case",
            "case",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            PartialDate.parse(row.get(0)),
            Optional.of("en"),
            row.get(1));
    Annotated read =
        annotator.annotate(List.of(new StandardTextBuilder().build(report))).reports().getFirst();
    String found =
        read.timexes().stream()
            .map(timex -> timex.span().in(read.body()) + " = " + timex.value())
            .collect(Collectors.joining("; "));
    CasesFile.check(found, row.get(2));
  }
}
