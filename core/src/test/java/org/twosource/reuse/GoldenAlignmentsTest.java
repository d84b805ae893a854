package org.twosource.reuse;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What two reports of the cases files share, and what becomes of each word of a sentence. */
class GoldenAlignmentsTest {
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  @Test
  void whatReportsShareIsFoundSentenceBySentence() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    for (List<String> row : CasesFile.rows("Lineage")) {
      String[] reports = row.get(0).split(" // ");
      add(annotate(body(reports[0]), body(reports[reports.length - 1])), readings);
    }
    for (List<String> row : CasesFile.rows("Brief")) {
      String[] reports = row.get(0).split(" // ");
      add(annotate(body(reports[0]), body(reports[reports.length - 1])), readings);
    }
    readings.check("Alignments");
  }

  @Test
  void everyWordOfACopyIsKeptChangedAddedOrMoved() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    for (List<String> row : CasesFile.rows("CopiedChanges")) {
      List<Annotated> both = annotate(row.get(0), row.get(1));
      String before = both.get(0).body();
      String after = both.get(1).body();
      readings.add(
          new TokenWordAligner()
                  .align(
                      both.get(0),
                      new Span(0, before.length()),
                      both.get(1),
                      new Span(0, after.length()))
                  .stream()
                  .filter(edit -> edit.kind() != Edit.Kind.EQUAL)
                  .map(edit -> shown(edit, before, after))
                  .collect(Collectors.joining(" | ", row.get(1) + " | ", "")));
    }
    readings.check("Edits");
  }

  private static String shown(Edit edit, String before, String after) {
    return edit.kind() + " " + edit.before().in(before) + " > " + edit.after().in(after);
  }

  private static String body(String report) {
    return report
        .replaceFirst("^\\d{4}-\\d{2}-\\d{2} ?", "")
        .replaceFirst("^\\[[^]]+] ?", "")
        .replace("\\n", "\n\n");
  }

  private static List<Annotated> annotate(String one, String other) {
    return annotator.annotate(List.of(text("r0", one), text("r1", other))).reports();
  }

  private static Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }

  private static void add(List<Annotated> both, ReadingsFile readings) {
    for (Alignment alignment : new PassageAligner().align(both)) {
      for (Passage passage : alignment.passages()) {
        readings.add(
            String.format(
                Locale.ROOT,
                "%s %s %s %s %.1f %s",
                passage.a(),
                passage.b(),
                passage.manner(),
                passage.substance(),
                passage.similarity(),
                passage.aSpan().in(both.get(0).body())));
      }
    }
    readings.add("--");
  }
}
