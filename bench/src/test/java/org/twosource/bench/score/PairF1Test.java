package org.twosource.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairF1Test {

  @Test
  void pairsPutTogetherAgainstPairsThatBelongTogether() {
    PairF1 score = new PairF1();
    // belong: 1-2 1-3 2-3; put: 1-2 3-4
    score.add(
        List.of(Set.of(1), Set.of(1), Set.of(1), Set.of(2)),
        List.of(Set.of("a"), Set.of("a"), Set.of("b"), Set.of("b")));
    assertEquals(1.0 / 2, score.precision(), 1e-9);
    assertEquals(1.0 / 3, score.recall(), 1e-9);
    assertEquals(2.0 / 5, score.f1(), 1e-9);
  }

  @Test
  void aThingMayStandInSeveralGroups() {
    PairF1 score = new PairF1();
    score.add(List.of(Set.of(1, 2), Set.of(2)), List.of(Set.of("a", "b"), Set.of("b")));
    assertEquals(1, score.f1(), 1e-9);
  }

  @Test
  void nothingPutTogetherHasFullPrecisionAndNoF1() {
    PairF1 score = new PairF1();
    score.add(List.of(Set.of(1), Set.of(1)), List.of(Set.of("a"), Set.<String>of()));
    assertEquals(1, score.precision(), 1e-9);
    assertEquals(0, score.f1(), 1e-9);
  }
}
