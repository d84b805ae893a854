package org.twosource.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Grammar.Voice;

class GrammarTest {
  /** "The bridge was closed by the mayor because rain fell." */
  private static final Grammar CLOSED =
      new Grammar(
          List.of(
              "DET", "NOUN", "AUX", "VERB", "ADP", "DET", "NOUN", "SCONJ", "NOUN", "VERB", "PUNCT"),
          List.of(1, 3, 3, -1, 6, 6, 3, 9, 9, 3, 3),
          List.of(
              "det",
              "nsubj:pass",
              "aux:pass",
              "root",
              "case",
              "det",
              "obl",
              "mark",
              "nsubj",
              "advcl",
              "punct"));

  /** "Guards left and the town ate bread". */
  private static final Grammar LEFT =
      new Grammar(
          List.of("NOUN", "VERB", "CCONJ", "DET", "NOUN", "VERB", "NOUN"),
          List.of(1, -1, 5, 4, 5, 1, 5),
          List.of("nsubj", "root", "cc", "det", "nsubj", "conj", "obj"));

  @Test
  void aVerbKnowsItsArguments() {
    assertThat(CLOSED.subject(3)).hasValue(1);
    assertThat(CLOSED.object(3)).isEmpty();
    assertThat(CLOSED.preposition(6)).hasValue(4);
    assertThat(CLOSED.preposition(1)).isEmpty();
    assertThat(LEFT.object(5)).hasValue(6);
    assertThat(LEFT.subject(5)).hasValue(4);
  }

  @Test
  void voiceIsOfTheVerbNotOfTheSentence() {
    assertThat(CLOSED.voice(3)).isEqualTo(Voice.PASSIVE);
    assertThat(CLOSED.voice(9)).isEqualTo(Voice.ACTIVE);
    assertThat(LEFT.voice(1)).isEqualTo(Voice.ACTIVE);
  }

  @Test
  void aWordIsInTheNearestClause() {
    assertThat(CLOSED.clause(5)).isEqualTo(3);
    assertThat(CLOSED.clause(8)).isEqualTo(9);
    assertThat(LEFT.clause(6)).isEqualTo(5);
  }

  @Test
  void aStretchHasTheWordsThatHangOnNoneOfIt() {
    assertThat(CLOSED.tops(4, 7)).containsExactly(6);
    assertThat(CLOSED.tops(0, 3)).containsExactly(1, 2);
    assertThat(CLOSED.tops(5, 5)).isEmpty();
  }

  @Test
  void climbingEndsAtTheRootAndAtABarrier() {
    assertThat(CLOSED.up(8)).containsExactly(8, 9, 3);
    assertThat(CLOSED.isUnder(8, 3)).isTrue();
    assertThat(CLOSED.isUnder(8, 3, "advcl")).isFalse();
    assertThat(CLOSED.isUnder(9, 9, "advcl")).isTrue();
    assertThat(CLOSED.isUnder(1, 9)).isFalse();
    assertThat(CLOSED.first(9)).isEqualTo(7);
    assertThat(CLOSED.last(6)).isEqualTo(6);
  }

  @Test
  void wordsThatGovernEachOtherEndTheClimb() {
    Grammar ring = new Grammar(List.of("X", "X"), List.of(1, 0), List.of("dep", "dep"));
    assertThat(ring.up(0)).containsExactly(0, 1);
    assertThat(ring.root()).isEqualTo(-1);
  }

  @Test
  void listsOfDifferentLengthAreRefused() {
    assertThatThrownBy(() -> new Grammar(List.of("X"), List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
