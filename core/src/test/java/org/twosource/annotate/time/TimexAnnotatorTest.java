package org.twosource.annotate.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.annotate.OneSentence;
import org.twosource.text.Text;

class TimexAnnotatorTest {
  private static final TimexAnnotator ANNOTATOR = new TimexAnnotator();

  static Stream<String> cases() throws IOException {
    try (InputStream file =
        TimexAnnotatorTest.class.getResourceAsStream("/cases/TimexAnnotator.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void expressionsHaveTheValuesOfTheCasesFile(String line) {
    String[] cells = line.split(" \\| ");
    Text text = OneSentence.text(cells[1].strip().replace("\\n", "\n"), cells[0].strip());
    String found =
        ANNOTATOR.annotate(text).stream()
            .map(timex -> timex.span().in(text.body()) + " = " + timex.value())
            .collect(Collectors.joining("; "));
    assertThat(found.isEmpty() ? "-" : found.strip()).isEqualTo(cells[2].strip());
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
  void aLanguageWithoutAFileHasNoTimexes() {
    assertThat(ANNOTATOR.annotate(OneSentence.text("On Monday", "2021-03-10", "xx"))).isEmpty();
  }
}
