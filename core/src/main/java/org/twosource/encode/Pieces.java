package org.twosource.encode;

import java.util.Arrays;

/** The pieces of a text and the words they belong to. */
final class Pieces {
  private int[] ids = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int size;

  /** All pieces of one word. */
  void add(int[] pieces, int start, int end) {
    for (int piece : pieces) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        ends = Arrays.copyOf(ends, 2 * size);
      }
      ids[size] = piece;
      starts[size] = start;
      ends[size] = end;
      size++;
    }
  }

  /** The same without what lies behind the first {@code kept}. */
  Pieces cut(int kept) {
    size = Math.min(size, kept);
    return this;
  }

  int size() {
    return size;
  }

  int id(int at) {
    return ids[at];
  }

  /** Of the word, in characters of the text. */
  int start(int at) {
    return starts[at];
  }

  int end(int at) {
    return ends[at];
  }
}
