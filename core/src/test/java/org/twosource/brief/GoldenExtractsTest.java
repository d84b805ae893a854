package org.twosource.brief;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.DatedReports;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.report.Report;
import org.twosource.reuse.ContentWords;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;

/** What keeps a sentence out of a brief, and what each sentence of a story is worth to it. */
class GoldenExtractsTest {
  private static final Language ENGLISH = Language.find("en").orElseThrow();

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
    return CasesFile.rows("Extracts");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSentenceIsKeptOutForThis(List<String> row) {
    CasesFile.check(read(List.of(row.get(0))).getLast().flaw().orElse(""), row.get(1));
  }

  @Test
  void everySentenceHasItsWorth() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    for (List<String> row : CasesFile.rows("Brief")) {
      read(List.of(row.getFirst().split(" // "))).forEach(one -> readings.add(shown(one)));
    }
    cases().forEach(row -> read(List.of(row.get(0))).forEach(one -> readings.add(shown(one))));
    readings.check("Extracts");
  }

  private static List<Extract> read(List<String> bodies) {
    List<Report> reports = new ArrayList<>();
    for (int at = 0; at < bodies.size(); at++) {
      String body = CasesFile.body(bodies.get(at)).replace("\n", "\n\n");
      reports.add(DatedReports.of("r" + at, "2031-05-0" + (4 + at), body));
    }
    Annotations annotations =
        annotator.annotate(reports.stream().map(new StandardTextBuilder()::build).toList());
    Lineage lineage =
        new FamilyBuilder()
            .build(annotations.reports(), new PassageAligner().align(annotations.reports()));
    return new ExtractReader(ENGLISH, new ContentWords(ENGLISH))
        .read(
            annotations,
            lineage,
            new Distortions(List.of(), List.of()),
            SupersededStatements.in(List.of(), lineage, annotations.reports()));
  }

  private static String shown(Extract one) {
    return String.format(
        Locale.ROOT,
        "%s | %s | %.2f | %d steps, %d from head, depth %.2f | %s | %s | %s",
        one.text(),
        String.join(" ", one.words()),
        one.salience(),
        one.steps(),
        one.fromHead(),
        one.depth(),
        String.join(" ", one.introduces()),
        String.join(" ", one.mentions()),
        one.flaw().orElse("-"));
  }
}
