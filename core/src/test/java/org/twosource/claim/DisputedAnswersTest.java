package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the cases file of disputed answers: a few short reports, and of each dispute its kind, who
 * it is between, what became of it, and the words of each side.
 */
class DisputedAnswersTest {
  private static final String NOT_YET = "not yet: ";
  private static final String DAY = "2031-05-04";
  private static final Pattern DATED =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}): (.*)", Pattern.DOTALL);

  static List<String> cases() throws IOException {
    try (InputStream file =
        DisputedAnswersTest.class.getResourceAsStream("/cases/DisputedAnswers.txt")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsDisputeTheseAnswersAndNoOthers(String line) {
    String[] cells = line.split(" \\| ");
    InventedStory story = new InventedStory();
    String[] reports = cells[0].split(" // ");
    for (int i = 0; i < reports.length; i++) {
      Matcher dated = DATED.matcher(reports[i].replace("\\n", "\n"));
      boolean hasDay = dated.matches();
      story.report(
          "f" + i,
          hasDay ? dated.group(1) : DAY,
          hasDay ? dated.group(2) : reports[i].replace("\\n", "\n"));
    }
    String disputes =
        story.disputes().stream()
            .map(DisputedAnswersTest::shown)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
    String found = disputes.isEmpty() ? "nothing" : disputes;
    String wanted = cells[1].strip();
    if (wanted.startsWith(NOT_YET)) {
      assumeTrue(found.equals(wanted.substring(NOT_YET.length())), found);
    }
    assertThat(found).isEqualTo(wanted.replace(NOT_YET, ""));
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
