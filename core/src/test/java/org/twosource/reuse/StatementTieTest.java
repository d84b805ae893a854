package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTieTest {
  private static final int WORDS = StatementSimilarity.FEATURES.size();

  @Test
  void whatTheComparisonSaysRaisesTheTie() {
    for (String kind : List.of("entailing", "sharing")) {
      LinearModel model =
          LinearModel.load(
              "/org/twosource/weights/statement-tie-" + kind + ".txt", StatementTie.FEATURES);
      double[] words = new double[WORDS];
      double weak = model.probability(StatementTie.values(words, .1));
      double strong = model.probability(StatementTie.values(words, .9));
      assertThat(strong).isGreaterThan(weak);
    }
  }

  @Test
  void certaintyStaysFinite() {
    assertThat(StatementTie.values(new double[0], 1)[0]).isEqualTo(11.5, within(.1));
    assertThat(StatementTie.values(new double[0], 0)[0]).isEqualTo(-11.5, within(.1));
  }

  @Test
  void aJoinedModelWeighsTheLogOddsOfItsParts() {
    LinearModel words =
        new LinearModel(StatementSimilarity.FEATURES, Collections.nCopies(WORDS, .5), -1);
    LinearModel weighing = new LinearModel(List.of("words", "compared"), List.of(2.0, 3.0), .25);
    double[] features = new double[WORDS];
    features[0] = 4;
    double[] values = StatementTie.values(features, .5);
    assertThat(StatementTie.joined(words, weighing).score(values))
        .isEqualTo(.25 + 2 * words.score(features), within(1e-9));
  }
}
