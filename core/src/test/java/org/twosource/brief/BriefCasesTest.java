package org.twosource.brief;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.claim.InventedStory;

/**
 * Runs the cases file of briefs: a few reports, each a source of its own, and the lines of the
 * brief in order: standing, number of sources, the first words, and in brackets the parts that
 * other sources carry where not the whole line has them.
 */
class BriefCasesTest {
  private static final int WORDS = 5;

  static List<List<String>> cases() {
    return CasesFile.rows("Brief");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reportsGiveTheseLinesInThisOrder(List<String> row) {
    InventedStory story = new InventedStory();
    String[] reports = row.get(0).split(" // ");
    for (int i = 0; i < reports.length; i++) {
      story.report("f" + i, "2031-05-04", reports[i].replace("\\n", "\n\n"));
    }
    CasesFile.check(
        story.brief().lines().stream().map(BriefCasesTest::shown).collect(Collectors.joining("; ")),
        row.get(1));
  }

  private static String shown(Line line) {
    String words =
        Arrays.stream(line.text().split("\\s+")).limit(WORDS).collect(Collectors.joining(" "));
    String carried =
        line.carried().stream()
            .filter(part -> part.span().length() < line.text().length() - 1)
            .map(part -> " [" + part.families() + ": " + part.span().in(line.text()) + "]")
            .collect(Collectors.joining());
    return line.standing().label() + " " + line.families() + ": " + words + carried;
  }
}
