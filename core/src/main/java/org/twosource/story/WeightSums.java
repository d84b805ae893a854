package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.twosource.reuse.SavedForm;

/**
 * Sums of weights by word number: an open hash table of primitive numbers (linear probing; Knuth,
 * The Art of Computer Programming 3, 6.4), a tenth of the memory of a map of objects. A sum stays
 * at {@link Integer#MAX_VALUE} once it is there: some 30,000 reports that say nothing but one word.
 */
final class WeightSums {
  private static final int FREE = -1;
  private static final int SMALLEST = 64;
  private static final int SPREAD = 0x9E3779B9;

  private int[] words = new int[SMALLEST];
  private int[] sums = new int[SMALLEST];
  private int size;

  WeightSums() {
    Arrays.fill(words, FREE);
  }

  /** The sum of a word; 0 when nothing was added to it. */
  int of(int word) {
    int at = slot(words, word);
    return words[at] == FREE ? 0 : sums[at];
  }

  /**
   * @param weight not below 0, in units of {@link FixedPoint}
   */
  void add(int word, int weight) {
    int at = slot(words, word);
    if (words[at] == FREE) {
      words[at] = word;
      size++;
    }
    sums[at] = (int) Math.min(Integer.MAX_VALUE, (long) sums[at] + weight);
    if (size > words.length / 2) {
      grow();
    }
  }

  /** Whether the sum of a word is as large as it can be: what was added last cannot be told. */
  boolean isFull(int word) {
    return of(word) == Integer.MAX_VALUE;
  }

  /** Takes back what was added to a word whose sum is not full. */
  void takeBack(int word, int weight) {
    sums[slot(words, word)] -= weight;
  }

  /** The product of two vectors of sums. */
  double dot(WeightSums other) {
    if (other.size < size) {
      return other.dot(this);
    }
    long product = 0;
    for (int i = 0; i < words.length; i++) {
      if (words[i] != FREE) {
        product += (long) sums[i] * other.of(words[i]);
      }
    }
    return FixedPoint.ofProducts(product);
  }

  void write(DataOutputStream out) throws IOException {
    SavedForm.ints(out, words, words.length);
    SavedForm.ints(out, sums, sums.length);
    out.writeInt(size);
  }

  static WeightSums read(DataInputStream in) throws IOException {
    WeightSums read = new WeightSums();
    read.words = SavedForm.ints(in);
    read.sums = SavedForm.ints(in);
    read.size = in.readInt();
    return read;
  }

  private void grow() {
    int[] before = words;
    int[] sumsBefore = sums;
    words = new int[2 * before.length];
    sums = new int[2 * before.length];
    Arrays.fill(words, FREE);
    for (int i = 0; i < before.length; i++) {
      if (before[i] != FREE) {
        int at = slot(words, before[i]);
        words[at] = before[i];
        sums[at] = sumsBefore[i];
      }
    }
  }

  private static int slot(int[] words, int word) {
    int mask = words.length - 1;
    int at = word * SPREAD >>> 7 & mask;
    while (words[at] != FREE && words[at] != word) {
      at = at + 1 & mask;
    }
    return at;
  }
}
