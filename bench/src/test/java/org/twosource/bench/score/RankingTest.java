package org.twosource.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void averagePrecisionIsTheMeanOfThePrecisionDownToEachTrueAnswer() {
    Ranking ranking = new Ranking();
    ranking.add(0.2, true);
    ranking.add(0.9, true);
    ranking.add(0.5, false);
    // true, false, true: (1/1 + 2/3) / 2
    assertEquals(5.0 / 6, ranking.averagePrecision(), 1e-9);
  }

  @Test
  void recallAtPrecisionTakesTheLowestBarThatKeepsIt() {
    Ranking ranking = new Ranking();
    ranking.add(0.9, true);
    ranking.add(0.8, false);
    ranking.add(0.7, true);
    ranking.add(0.6, true);
    ranking.add(0.5, false);
    ranking.add(0.4, true);
    // precision down the list: 1, 1/2, 2/3, 3/4, 3/5, 2/3
    assertEquals(0.75, ranking.recallAtPrecision(0.75), 1e-9);
    assertEquals(0.25, ranking.recallAtPrecision(0.8), 1e-9);
    assertEquals(1, ranking.recallAtPrecision(0.6), 1e-9);
  }

  @Test
  void answersOfOneConfidenceAreTakenTogether() {
    Ranking ranking = new Ranking();
    ranking.add(0.9, true);
    ranking.add(0.9, false);
    assertEquals(0, ranking.recallAtPrecision(0.9), 1e-9);
  }

  @Test
  void calibrationErrorIsWhatWasSaidAgainstWhatHeldBinByBin() {
    Ranking ranking = new Ranking();
    ranking.add(0.95, true);
    ranking.add(0.95, false);
    ranking.add(0.15, false);
    ranking.add(1.0, true);
    // top bin: 2.9 said, 2 held; second bin: .15 said, none held; over four answers
    assertEquals((0.9 + 0.15) / 4, ranking.calibrationError(), 1e-9);
  }
}
