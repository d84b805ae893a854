package org.twosource.reuse;

import java.util.Arrays;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Reads a quarter of the word 4-grams of body prose, chosen by their hash, so that the same
 * sequence is chosen in every report. One thread at a time.
 */
public final class SampledNgrams {
  /** Words a gram. */
  private static final int WORDS = 4;

  /** Grams of a report that are kept, the first: some 130,000 words. */
  private static final int MAX_GRAMS = Integer.MAX_VALUE / SharedGrams.ONE;

  /** One gram in this many is kept; a power of 2. */
  private static final int SAMPLE = 4;

  private long[] grams = new long[256];
  private long[] seen = {};

  /** The chosen grams of a report, each once, in text order. */
  public long[] of(Text text) {
    return Arrays.copyOf(grams, read(text));
  }

  /** Reads the chosen grams into {@link #grams()}, each once; their number. */
  int read(Text text) {
    return distinct(grams(text));
  }

  /** What was read last, and room behind it. */
  long[] grams() {
    return grams;
  }

  /** Reads all that are chosen; their number. */
  private int grams(Text text) {
    int count = 0;
    for (Sentence sentence : text.sentences()) {
      if (!sentence.part().isProse()) {
        continue;
      }
      long one = 0;
      long two = 0;
      long three = 0;
      int words = 0;
      for (int word : sentence.wordHashes()) {
        long four = word * 0x9E3779B97F4A7C15L;
        if (++words >= WORDS) {
          long gram = mix(one * 3 + two * 5 + three * 7 + four);
          if ((gram & SAMPLE - 1) == 0 && count < MAX_GRAMS) {
            if (count == grams.length) {
              grams = Arrays.copyOf(grams, count * 2);
            }
            grams[count++] = gram;
          }
        }
        one = two;
        two = three;
        three = four;
      }
    }
    return count;
  }

  /** Keeps each of the first {@code count} grams once, in text order. */
  private int distinct(int count) {
    int size = Math.max(64, Integer.highestOneBit(count) * 4);
    if (seen.length < size) {
      seen = new long[size];
    }
    Arrays.fill(seen, 0, size, 0);
    int kept = 0;
    for (int at = 0; at < count; at++) {
      long gram = grams[at];
      int slot = (int) (gram >>> 8) & size - 1;
      while (seen[slot] != 0 && seen[slot] != gram) {
        slot = slot + 1 & size - 1;
      }
      if (seen[slot] == 0) {
        seen[slot] = gram;
        grams[kept++] = gram;
      }
    }
    return kept;
  }

  /** Spreads the bits of a number (the finaliser of SplitMix64). */
  private static long mix(long number) {
    long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
