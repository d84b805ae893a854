package org.twosource.annotate.certainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Clause;
import org.twosource.annotate.OneSentence;
import org.twosource.encode.TextEncoding;

class CertaintyAnnotatorTest {
  private static final CertaintyAnnotator ANNOTATOR = new CertaintyAnnotator();

  static List<List<String>> cases() {
    return CasesFile.rows("CertaintyAnnotator");
  }

  private static Annotated annotate(String body) {
    return ANNOTATOR.annotate(
        Annotated.bare(OneSentence.text(body, "2021-03-10")), TextEncoding.NONE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cuesAndCertaintyAreThoseOfTheCasesFile(List<String> row) {
    Annotated annotated = annotate(row.get(0));
    String cues =
        annotated.cues().stream()
            .map(cue -> cue.kind() + ": " + cue.span().in(annotated.body()))
            .collect(Collectors.joining("; "));
    Clause first = annotated.clauses().getFirst();
    CasesFile.check(cues, row.get(1));
    CasesFile.check(first.certainty() + (first.negated() ? " NEG" : ""), row.get(2));
  }

  @Test
  void whatSomebodyDeniedIsDenied() {
    Annotated annotated = annotate("The mayor denied that the bridge was closed.");
    assertThat(annotated.clauses().getLast().certainty()).isEqualTo(Certainty.DENIED);
  }

  @Test
  void theScopeOfAnAdjectiveIsItsNoun() {
    Annotated annotated = annotate("An alleged spy ring in the port was arrested.");
    assertThat(annotated.cues().getFirst().scope().in(annotated.body()))
        .isEqualTo("alleged spy ring");
  }

  @Test
  void clausesDoNotOverlapAndCoverTheSentence() {
    Annotated annotated =
        annotate("The mayor, who was ill, said that the bridge would open, but it stayed closed.");
    int at = 0;
    for (Clause clause : annotated.clauses()) {
      assertThat(clause.span().start()).isGreaterThanOrEqualTo(at);
      at = clause.span().end();
    }
    assertThat(at).isEqualTo(annotated.body().length());
  }
}
