package org.twosource.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BCubedTest {

  @Test
  void oneOfFourThingsInTheWrongGroup() {
    // true {1 2} {3 4}, found {1 2 3} {4}: precision 2/3 2/3 1/3 1, recall 1 1 1/2 1/2
    BCubed score = BCubed.of(List.of("a", "a", "b", "b"), List.of("x", "x", "x", "y"));
    assertEquals(2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1, score.precision(), 1e-9);
    assertEquals(3, score.recall(), 1e-9);
    assertEquals(12.0 / 17, score.f1(), 1e-9);
  }

  @Test
  void theSameGroupsUnderOtherNamesAreOne() {
    assertEquals(1, BCubed.of(List.of("a", "b", "a"), List.of("x", "y", "x")).f1(), 1e-9);
  }

  @Test
  void everythingAloneHasFullPrecision() {
    // of four in one group: precision 1, recall 1/4
    BCubed score = BCubed.of(List.of("a", "a", "a", "a"), List.of("1", "2", "3", "4"));
    assertEquals(0.4, score.f1(), 1e-9);
  }
}
