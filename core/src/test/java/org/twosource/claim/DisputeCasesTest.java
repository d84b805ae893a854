package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;

/** Runs the cases of disputes: what two reports disagree on, and what is none. */
class DisputeCasesTest {
  static List<List<String>> cases() {
    return CasesFile.rows("Disputes");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void twoReportsDisputeWhatTheyTellDifferentlyAndNothingElse(List<String> row) {
    InventedStory story = new InventedStory();
    story.report("f1", "2031-05-04", row.get(0)).report("f2", "2031-05-04", row.get(1));
    List<String> kinds =
        story.disputes().stream().map(dispute -> dispute.kind().label()).distinct().toList();
    CasesFile.check(String.join(", ", kinds), row.get(2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsDisputedBetweenAReportAndItsCopy(List<String> row) {
    InventedStory story = new InventedStory();
    story.report("f1", "2031-05-04", row.get(0)).report("f2", "2031-05-04", row.get(0));
    assertThat(story.disputes()).isEmpty();
  }
}
