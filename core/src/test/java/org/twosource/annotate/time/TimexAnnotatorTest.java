package org.twosource.annotate.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.OneSentence;
import org.twosource.annotate.Timex;
import org.twosource.text.Text;

class TimexAnnotatorTest {
  private static final TimexAnnotator ANNOTATOR = new TimexAnnotator();

  static List<List<String>> cases() {
    return CasesFile.rows("TimexAnnotator");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void expressionsHaveTheValuesOfTheCasesFile(List<String> row) {
    Text text = OneSentence.text(CasesFile.body(row.get(1)), row.get(0));
    String found =
        ANNOTATOR.annotate(text).stream()
            .map(timex -> timex.span().in(text.body()) + " = " + timex.value())
            .collect(Collectors.joining("; "));
    CasesFile.check(found, row.get(2));
  }

  @Test
  void monsterSentencesAndOddTextDoNotThrow() {
    for (String odd :
        List.of(
            "",
            "\u0000\uFFFF",
            "May'May'".repeat(40_000),
            "9".repeat(18_000),
            "Monday ".repeat(1_000))) {
      assertThat(ANNOTATOR.annotate(OneSentence.text(odd, "2021-03-10"))).isNotNull();
    }
  }

  @Test
  void aMonthAtTheEndOfATextWithoutAStopIsRead() {
    assertThat(ANNOTATOR.annotate(OneSentence.text("A vote in June", "2021-03-10")))
        .singleElement()
        .extracting(Timex::value)
        .isEqualTo("2021-06");
  }

  @Test
  void aLanguageWithoutAFileHasNoTimexes() {
    assertThat(ANNOTATOR.annotate(OneSentence.text("On Monday", "2021-03-10", "xx"))).isEmpty();
  }
}
