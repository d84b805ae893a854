package org.twosource.timeline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.claim.InventedStory;
import org.twosource.report.Citation;

/**
 * Runs the cases file of the timeline: one report, and the rows it gives; of several, each of a
 * family of its own, a row says also how many of them it cites. A report may have a day of its own.
 */
class TimelineCasesTest {
  private static final Pattern DATED =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}): (.*)", Pattern.DOTALL);

  static List<List<String>> cases() {
    return CasesFile.rows("Timeline");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportGivesTheRowsThatItTellsOf(List<String> row) {
    InventedStory story = new InventedStory();
    String[] reports = row.get(1).split(" // ");
    for (int i = 0; i < reports.length; i++) {
      Matcher dated = DATED.matcher(CasesFile.body(reports[i]));
      boolean hasDay = dated.matches();
      story.report(
          "f" + i,
          hasDay ? dated.group(1) : row.get(0),
          hasDay ? dated.group(2) : CasesFile.body(reports[i]));
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
