package org.twosource.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.claim.InventedStory;
import org.twosource.report.Citation;

/**
 * Runs the cases file of the timeline: one report, and the rows it gives; of several, each of a
 * family of its own, a row says also how many of them it cites.
 */
class TimelineCasesTest {

  static List<List<String>> cases() {
    return CasesFile.rows("Timeline");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportGivesTheRowsThatItTellsOf(List<String> row) {
    InventedStory story = new InventedStory();
    String[] reports = row.get(1).split(" // ");
    for (int i = 0; i < reports.length; i++) {
      story.report("f" + i, row.get(0), CasesFile.body(reports[i]));
    }
    String rows =
        story.timeline().entries().stream()
            .map(entry -> shown(entry, reports.length > 1))
            .collect(Collectors.joining("; "));
    CasesFile.check(rows, row.get(2));
  }

  private static String shown(Timeline.Entry entry, boolean isOfSeveral) {
    long reports = entry.statements().stream().map(Citation::report).distinct().count();
    return entry.date().iso() + " " + entry.status().label() + (isOfSeveral ? " x" + reports : "");
  }
}
