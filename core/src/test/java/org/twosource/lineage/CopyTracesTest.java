package org.twosource.lineage;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Runs the cases file of the marks that copying leaves. */
class CopyTracesTest {
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
    return CasesFile.rows("CopyTraces");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCopyHasThisMark(List<String> row) {
    Optional<String> headline = Optional.of(row.get(0)).filter(some -> !some.equals("-"));
    List<Annotated> both =
        annotator
            .annotate(
                List.of(text("r0", headline, row.get(1)), text("r1", Optional.empty(), row.get(2))))
            .reports();
    List<Passage> prose =
        new PassageAligner()
            .align(both).stream().map(Alignment::passages).flatMap(List::stream).toList();
    CasesFile.check(CopyTraces.of(both.get(0), both.get(1), prose).orElse(""), row.get(3));
  }

  private static Text text(String id, Optional<String> headline, String body) {
    return new StandardTextBuilder()
        .build(
            new Report(
                id,
                id,
                Optional.empty(),
                Optional.empty(),
                headline,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of("en"),
                CasesFile.body(body).replace("\n", "\n\n")));
  }
}
