package org.twosource.claim;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;

/**
 * Runs the cases file of disputed answers: a few short reports, and of each dispute its kind, who
 * it is between, what became of it, and the words of each side.
 */
class DisputedAnswersTest {
  private static final String DAY = "2031-05-04";
  private static final Pattern DATED =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}): (.*)", Pattern.DOTALL);

  static List<List<String>> cases() {
    return CasesFile.rows("DisputedAnswers");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsDisputeTheseAnswersAndNoOthers(List<String> row) {
    InventedStory story = new InventedStory();
    String[] reports = row.get(0).split(" // ");
    for (int i = 0; i < reports.length; i++) {
      String report = CasesFile.body(reports[i]);
      Matcher dated = DATED.matcher(report);
      boolean hasDay = dated.matches();
      story.report("f" + i, hasDay ? dated.group(1) : DAY, hasDay ? dated.group(2) : report);
    }
    String disputes =
        story.disputes().stream()
            .map(DisputedAnswersTest::shown)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    CasesFile.check(disputes, row.get(1));
  }

  private static String shown(Dispute dispute) {
    return dispute.kind().label()
        + " "
        + dispute.between().label()
        + " "
        + dispute.resolution().label()
        + ": "
        + dispute.sides().stream()
            .map(side -> side.answer() + (side.superseded() ? " (superseded)" : ""))
            .collect(Collectors.joining(" / "));
  }
}
