package org.twosource.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.certainty.CertaintyAnnotator;
import org.twosource.annotate.speech.AttributionAnnotator;
import org.twosource.annotate.time.TimexAnnotator;
import org.twosource.encode.TextEncoding;

/** The same code reads another language from its file. */
class GermanTest {

  static List<List<String>> cases() {
    return CasesFile.rows("German");
  }

  private static Annotated bare(String body, String published) {
    var text = OneSentence.text(body, published, "de");
    return Annotated.bare(text);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void datesAndCuesComeFromTheGermanFile(List<String> row) {
    Annotated annotated = bare(row.get(1), row.get(0));
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
    CasesFile.check(dates, row.get(2));
    CasesFile.check(cues, row.get(3));
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
