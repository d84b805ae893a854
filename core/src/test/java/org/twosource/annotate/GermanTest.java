package org.twosource.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.annotate.certainty.CertaintyAnnotator;
import org.twosource.annotate.speech.AttributionAnnotator;
import org.twosource.annotate.time.TimexAnnotator;
import org.twosource.encode.TextEncoding;

/** The same code reads another language from its file. */
class GermanTest {

  static Stream<String> cases() throws IOException {
    try (InputStream file = GermanTest.class.getResourceAsStream("/cases/German.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  private static Annotated bare(String body, String published) {
    var text = OneSentence.text(body, published, "de");
    return Annotated.bare(text);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void datesAndCuesComeFromTheGermanFile(String line) {
    String[] cells = line.split(" \\| ");
    Annotated annotated = bare(cells[1].strip(), cells[0].strip());
    annotated = new TimexAnnotator().annotate(annotated, TextEncoding.NONE);
    annotated = new CertaintyAnnotator().annotate(annotated, TextEncoding.NONE);
    String body = annotated.body();
    String dates =
        annotated.timexes().stream()
            .map(timex -> timex.span().in(body) + " = " + timex.value())
            .collect(Collectors.joining("; "));
    String cues =
        annotated.cues().stream()
            .map(cue -> cue.kind() + ": " + cue.span().in(body))
            .collect(Collectors.joining("; "));
    assertThat(dates.isEmpty() ? "-" : dates).isEqualTo(cells[2].strip());
    assertThat(cues.isEmpty() ? "-" : cues).isEqualTo(cells[3].strip());
  }

  @Test
  void quotationsAreReadInGermanMarks() {
    Annotated annotated = bare("„Wir bauen die Brücke“, sagte der Minister.", "2021-03-10");
    annotated =
        new AttributionAnnotator(java.util.Optional.empty()).annotate(annotated, TextEncoding.NONE);
    assertThat(annotated.attributions()).hasSize(1);
    assertThat(annotated.attributions().getFirst().quoted().getFirst().in(annotated.body()))
        .isEqualTo("Wir bauen die Brücke");
  }
}
