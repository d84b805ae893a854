package org.twosource.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.claim.InventedStory;
import org.twosource.report.Citation;

/**
 * Runs the cases file of the timeline: one report, and the rows it gives; of several, each of a
 * family of its own, a row says also how many of them it cites.
 */
class TimelineCasesTest {
  private static final String NOT_YET = "not yet: ";

  static Stream<String> cases() throws IOException {
    try (InputStream file = TimelineCasesTest.class.getResourceAsStream("/cases/Timeline.txt")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportGivesTheRowsThatItTellsOf(String line) {
    String[] cells = line.split(" \\| ");
    InventedStory story = new InventedStory();
    String[] reports = cells[1].split(" // ");
    for (int i = 0; i < reports.length; i++) {
      story.report("f" + i, cells[0], reports[i].replace("\\n", "\n"));
    }
    String rows =
        story.timeline().entries().stream()
            .map(entry -> shown(entry, reports.length > 1))
            .collect(Collectors.joining("; "));
    String found = rows.isEmpty() ? "nothing" : rows;
    String wanted = cells[2].strip();
    if (wanted.startsWith(NOT_YET)) {
      assumeTrue(found.equals(wanted.substring(NOT_YET.length())), found);
    }
    assertThat(found).isEqualTo(wanted.replace(NOT_YET, ""));
  }

  private static String shown(Timeline.Entry entry, boolean isOfSeveral) {
    long reports = entry.statements().stream().map(Citation::report).distinct().count();
    return entry.date().iso() + " " + entry.status().label() + (isOfSeveral ? " x" + reports : "");
  }
}
