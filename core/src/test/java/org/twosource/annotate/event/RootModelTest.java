package org.twosource.annotate.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Event;
import org.twosource.annotate.OneSentence;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.annotate.event.RootFeatures.SideWords;
import org.twosource.encode.Encoder;
import org.twosource.report.Span;

class RootModelTest {
  private static final String BODY = "Serbia on Monday accepted the demands of Albania.";

  private static Event first(StandardAnnotator annotator) {
    return annotator
        .annotate(List.of(OneSentence.text(BODY, "2021-03-10")))
        .reports()
        .getFirst()
        .events()
        .getFirst();
  }

  @Test
  void toAcceptDemandsIsToConcede() {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      Event event = first(annotator);
      assertThat(event.type()).contains("CONCEDE");
      assertThat(event.cameo()).contains("080");
      assertThat(event.mode()).isEmpty();
    }
  }

  @Test
  void withoutTheModelTheTableStands() {
    try (StandardAnnotator annotator = StandardAnnotator.lexical()) {
      assertThat(first(annotator).type()).contains("AGREE");
    }
  }

  @Test
  void wordsOfTheWeightsMakeTheirRootProbable() {
    float[] pools = new float[RootFeatures.POOLS * Encoder.WIDTH * 2];
    RootModel model =
        new RootModel(
            RootModel.weights(
                List.of("AID", RootModel.YIELD),
                List.of("path=hand", "word=medicine"),
                new float[] {0, 1, 2, 0},
                pools,
                new float[] {0, 0}));
    float[] none = new float[RootFeatures.POOLS * Encoder.WIDTH];
    double[] both =
        model.probabilities(
            new RootFeatures.Values(List.of("path=hand", "word=medicine", "word=new"), none));
    assertThat(both[0]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-6));
    assertThat(both[0] + both[1]).isCloseTo(1, within(1e-9));
    assertThat(RootModel.isOf("RETREAT", RootModel.YIELD)).isTrue();
    assertThat(RootModel.isOf("AID", RootModel.YIELD)).isFalse();
  }

  @Test
  void aSideIsTheTokensItTouches() {
    var sentence = OneSentence.text(BODY, "2021-03-10").sentences().getFirst();
    assertThat(SideWords.of(sentence, new Span(0, 6))).isEqualTo(new SideWords(0, 1));
    assertThat(SideWords.of(sentence, new Span(5_000, 5_001)).isEmpty()).isTrue();
  }
}
