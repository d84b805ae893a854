package org.twosource.reuse;

import java.util.Arrays;
import java.util.List;

/**
 * Which words and word trigrams stand in more than one sentence of a story: most do not, and need
 * not be compared. Words are counted; trigrams are noted in two Bloom filters (seen, seen again;
 * Bloom 1970) with one bit each, so that some are taken for shared that are not, and none is
 * missed.
 */
final class StoryGrams {
  /** Bits a trigram: about one in sixteen is taken for another. */
  private static final int BITS = 16;

  private final int[] counts;
  private final long[] seen;
  private final long[] again;
  private final int shift;

  /**
   * @param sentences all of the story, equal ones once
   * @param words the number of distinct words
   */
  StoryGrams(List<PreparedSentence> sentences, int words) {
    counts = new int[words];
    long grams = 0;
    for (PreparedSentence sentence : sentences) {
      grams += sentence.gramCount();
    }
    int bits = 64 - Long.numberOfLeadingZeros(Math.clamp(grams * BITS, 64, 1L << 34) - 1);
    shift = 64 - bits;
    seen = new long[1 << bits - 6];
    again = new long[seen.length];
    for (PreparedSentence sentence : sentences) {
      for (int word : sentence.bag()) {
        counts[word]++;
      }
      int[] own = sentence.words();
      for (int at = 0; at + 2 < own.length; at++) {
        note(own, at);
      }
    }
  }

  private void note(int[] words, int at) {
    long bit = bit(PreparedSentence.gram(words, at));
    int place = (int) (bit >>> 6);
    long mark = 1L << bit;
    if ((seen[place] & mark) != 0) {
      again[place] |= mark;
    }
    seen[place] |= mark;
  }

  private long bit(long gram) {
    long mixed = gram * 0x9E3779B97F4A7C15L;
    return (mixed ^ mixed >>> 32) * 0x9E3779B97F4A7C15L >>> shift;
  }

  /** The number of sentences that have a word. */
  int count(int word) {
    return counts[word];
  }

  boolean isShared(int word) {
    return counts[word] > 1;
  }

  /** The trigrams of a sentence that another may have, too, ascending. */
  long[] shared(int[] words) {
    long[] grams = new long[Math.max(0, words.length - 2)];
    int count = 0;
    for (int at = 0; at < grams.length; at++) {
      long gram = PreparedSentence.gram(words, at);
      long bit = bit(gram);
      if ((again[(int) (bit >>> 6)] & 1L << bit) != 0) {
        grams[count++] = gram;
      }
    }
    Arrays.sort(grams, 0, count);
    return Arrays.copyOf(grams, count);
  }
}
