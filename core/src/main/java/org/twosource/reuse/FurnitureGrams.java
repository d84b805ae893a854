package org.twosource.reuse;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/** The word 5-grams by which furniture is known, and what they make furniture of. */
public final class FurnitureGrams {
  private static final int WORDS = 5;

  /** A sentence is furniture when at least this share of its words is covered. */
  private static final double MIN_COVERED = .6;

  private FurnitureGrams() {}

  /** The grams of a report, each once, ascending. */
  public static long[] of(Text text) {
    return text.sentences().stream()
        .flatMapToLong(sentence -> Arrays.stream(of(sentence)))
        .sorted()
        .distinct()
        .toArray();
  }

  static long[] of(Sentence sentence) {
    int[] words = sentence.wordHashes();
    long[] grams = new long[Math.max(0, words.length - WORDS + 1)];
    for (int at = 0; at < grams.length; at++) {
      long gram = 1;
      for (int word = at; word < at + WORDS; word++) {
        gram = (gram ^ words[word]) * 0x9E3779B97F4A7C15L;
        gram ^= gram >>> 31;
      }
      grams[at] = gram == 0 ? 1 : gram;
    }
    return grams;
  }

  /** Furniture by grams that are known to stand with other stories. */
  public static Furniture by(LongPredicate standsElsewhere) {
    return sentence -> isFurniture(sentence, standsElsewhere);
  }

  /**
   * Furniture by grams that are known to stand with other stories.
   *
   * @param elsewhere ascending
   */
  public static Furniture among(long[] elsewhere) {
    return by(gram -> Arrays.binarySearch(elsewhere, gram) >= 0);
  }

  private static boolean isFurniture(Sentence sentence, LongPredicate standsElsewhere) {
    long[] found = of(sentence);
    if (found.length == 0) {
      return false;
    }
    int covered = 0;
    int reach = 0;
    for (int at = 0; at < found.length; at++) {
      if (standsElsewhere.test(found[at])) {
        int from = Math.max(at, reach);
        reach = at + WORDS;
        covered += reach - from;
      }
    }
    return covered >= MIN_COVERED * (found.length + WORDS - 1);
  }
}
