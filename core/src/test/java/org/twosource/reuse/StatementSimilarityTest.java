package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Encoder;
import org.twosource.annotate.OnnxEncoder;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.StoryLinker;
import org.twosource.annotate.VectorAnnotator;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

class StatementSimilarityTest {
  private static final String BODY =
      "The ferry Albatros sank off the coast on Monday night with 40 people on board. "
          + "Late on Monday a ferry, the Albatros, went down near the coast with 40 people on board. "
          + "The central bank raised its interest rate for the third time this year.";

  @Test
  void rewordedStatementsAreAlikeAndOthersAreNot() {
    StatementSimilarity similarity = StatementSimilarity.standard();
    Annotated text = annotated(OnnxEncoder.open());
    double same = similarity.similarity(text, 0, text, 0).orElseThrow();
    double reworded = similarity.similarity(text, 0, text, 1).orElseThrow();
    double other = similarity.similarity(text, 0, text, 2).orElseThrow();
    assertThat(same).isGreaterThan(.9);
    assertThat(reworded).isGreaterThan(.7);
    assertThat(other).isLessThan(.3);
    assertThat(similarity.similarity(text, 1, text, 0).orElseThrow())
        .isCloseTo(reworded, within(1e-6));
  }

  @Test
  void withoutVectorsThereIsNoScore() {
    Annotated text = annotated(Optional.empty());
    assertThat(StatementSimilarity.standard().similarity(text, 0, text, 1)).isEmpty();
  }

  private static Annotated annotated(Optional<Encoder> encoder) {
    try (StandardAnnotator annotator =
        new StandardAnnotator(encoder, List.of(new VectorAnnotator()), StoryLinker.NONE)) {
      return annotator
          .annotate(List.of(new StandardTextBuilder().build(Report.of("r", BODY))))
          .reports()
          .getFirst();
    }
  }
}
