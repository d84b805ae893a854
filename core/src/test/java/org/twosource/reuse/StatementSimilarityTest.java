package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.StoryLinker;
import org.twosource.annotate.VectorAnnotator;
import org.twosource.annotate.grammar.Parser;
import org.twosource.annotate.grammar.SyntaxAnnotator;
import org.twosource.encode.Encoder;
import org.twosource.encode.OnnxEncoder;
import org.twosource.encode.Weights;
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
  void everyFeatureIsTheSameInBothDirections() {
    StatementSimilarity similarity = StatementSimilarity.standard();
    Annotated text = annotated(OnnxEncoder.open());
    for (int one = 0; one < 3; one++) {
      for (int other = 0; other < 3; other++) {
        var a = StatementSimilarity.side(text, one).orElseThrow();
        var b = StatementSimilarity.side(text, other).orElseThrow();
        assertThat(similarity.features(a, b))
            .hasSize(StatementSimilarity.FEATURES.size())
            .containsExactly(similarity.features(b, a), within(1e-6));
      }
    }
  }

  @Test
  void anotherNumberOrNameOrANotTakesFromTheLikeness() {
    StatementSimilarity similarity = StatementSimilarity.standard();
    Annotated text =
        annotated(
            OnnxEncoder.open(),
            "The ferry sank off Tunis on Monday with 40 people on board. "
                + "The ferry sank off Tunis on Monday with 60 people on board. "
                + "The ferry sank off Palermo on Monday with 40 people on board. "
                + "The ferry did not sink off Tunis on Monday with 40 people on board.");
    double same = similarity.similarity(text, 0, text, 0).orElseThrow();
    for (int changed = 1; changed < 4; changed++) {
      assertThat(similarity.similarity(text, 0, text, changed).orElseThrow()).isLessThan(same);
    }
  }

  @Test
  void reasonsAddUpToTheScore() {
    StatementSimilarity similarity = StatementSimilarity.standard();
    Annotated text = annotated(OnnxEncoder.open());
    var a = StatementSimilarity.side(text, 0).orElseThrow();
    var b = StatementSimilarity.side(text, 1).orElseThrow();
    var c = StatementSimilarity.side(text, 2).orElseThrow();
    double apart = sum(similarity, a, b) - sum(similarity, a, c);
    assertThat(apart)
        .isCloseTo(
            logOdds(similarity.similarity(a, b)) - logOdds(similarity.similarity(a, c)),
            within(1e-6));
  }

  private static double sum(
      StatementSimilarity similarity,
      StatementSimilarity.ComparedSentence a,
      StatementSimilarity.ComparedSentence b) {
    return similarity.reasons(a, b).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  @Test
  void withoutVectorsThereIsNoScore() {
    Annotated text = annotated(Optional.empty());
    assertThat(StatementSimilarity.standard().similarity(text, 0, text, 1)).isEmpty();
  }

  private static Annotated annotated(Optional<Encoder> encoder) {
    return annotated(encoder, BODY);
  }

  private static Annotated annotated(Optional<Encoder> encoder, String body) {
    try (StandardAnnotator annotator =
        new StandardAnnotator(
            encoder,
            List.of(
                new VectorAnnotator(),
                new SyntaxAnnotator(Weights.find("syntax").map(Parser::new))),
            StoryLinker.NONE)) {
      return annotator
          .annotate(List.of(new StandardTextBuilder().build(Report.of("r", body))))
          .reports()
          .getFirst();
    }
  }
}
