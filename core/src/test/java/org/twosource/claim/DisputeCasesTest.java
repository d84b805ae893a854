package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cases of disputes: what two reports disagree on, and what is none. */
class DisputeCasesTest {
  private static final Path FILE = Path.of("src", "test", "resources", "cases", "Disputes.txt");

  static Stream<List<String>> cases() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> List.of(line.split(" \\| ")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void twoReportsDisputeWhatTheyTellDifferentlyAndNothingElse(List<String> row) {
    InventedStory story = new InventedStory();
    story.report("f1", "2031-05-04", row.get(0)).report("f2", "2031-05-04", row.get(1));
    List<String> kinds =
        story.disputes().stream().map(dispute -> dispute.kind().label()).distinct().toList();
    assertThat(kinds.isEmpty() ? "nothing" : String.join(", ", kinds)).isEqualTo(row.get(2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsDisputedBetweenAReportAndItsCopy(List<String> row) {
    InventedStory story = new InventedStory();
    story.report("f1", "2031-05-04", row.get(0)).report("f2", "2031-05-04", row.get(0));
    assertThat(story.disputes()).isEmpty();
  }
}
