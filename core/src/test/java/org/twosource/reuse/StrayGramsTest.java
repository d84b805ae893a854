package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StrayGramsTest {
  private final StrayGrams grams = new StrayGrams();

  @Test
  void whatTwoStoriesHaveStandsElsewhereInWhateverOrderTheyCome() {
    grams.add(0, new long[] {3, 5, 5});
    grams.add(1, new long[] {5, 7});
    grams.add(0, new long[] {3, 7});
    assertThat(grams.among(new long[] {7, 3, 5, 9})).containsExactly(7, 5);
  }

  @Test
  void whatThreeStoriesHaveAndTheFirstAgainStillStandsElsewhere() {
    grams.add(2, new long[] {11});
    grams.add(1, new long[] {11});
    grams.add(2, new long[] {11});
    assertThat(grams.among(new long[] {11})).containsExactly(11);
  }

  @Test
  void manyGramsAreKeptApart() {
    long[] own = LongStream.range(0, 5_000).map(at -> at * at * 31).toArray();
    long[] shared = LongStream.range(1_000, 1_500).map(at -> at * at * 31).toArray();
    grams.add(0, own);
    grams.add(1, shared);
    assertThat(grams.among(own)).containsExactly(shared);
  }
}
