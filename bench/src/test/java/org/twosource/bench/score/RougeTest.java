package org.twosource.bench.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RougeTest {

  @Test
  void wordsPairsOfWordsAndTheLongestCommonOrder() {
    // made 4 words, reference 5; shared: the, ferry, sank; pairs: the ferry; order: the ferry sank
    double[] score = Rouge.score("The ferry sank quickly", "the ferry never really sank");
    assertArrayEquals(new double[] {6.0 / 9, 2.0 / 7, 6.0 / 9}, score, 1e-9);
  }

  @Test
  void orderCountsForTheLastAlone() {
    double[] score = Rouge.score("harbour old the", "the old harbour");
    assertArrayEquals(new double[] {1, 0, 1.0 / 3}, score, 1e-9);
  }

  @Test
  void aRepeatedWordCountsAsOftenAsTheReferenceHasIt() {
    double[] score = Rouge.score("rain rain rain", "rain today");
    assertArrayEquals(new double[] {2.0 / 5, 0, 2.0 / 5}, score, 1e-9);
  }
}
