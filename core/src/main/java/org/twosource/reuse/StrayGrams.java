package org.twosource.reuse;

import java.util.Arrays;

/**
 * Which word sequences stand in more stories than one: what {@link FurnitureIndex} knows, for
 * collections of which one machine sees a part of the stories or of the grams. A gram that two
 * stories have stands elsewhere for each of them; so the order in which stories come changes
 * nothing, and grams may be divided over several of these. Keeps state; one thread at a time.
 */
public final class StrayGrams {
  private static final int FREE = -1;
  private static final int SEVERAL = -2;

  private long[] grams = new long[1 << 10];
  private int[] holders = filledWith(grams.length);
  private int filled;

  private static int[] filledWith(int size) {
    int[] free = new int[size];
    Arrays.fill(free, FREE);
    return free;
  }

  /**
   * Adds the grams of a story, or of some of its reports.
   *
   * @param story its number, 0 or more
   */
  public void add(int story, long[] found) {
    for (long gram : found) {
      int slot = slot(gram);
      if (holders[slot] == FREE) {
        grams[slot] = gram;
        holders[slot] = story;
        if (++filled > grams.length * 2L / 3) {
          grow();
        }
      } else if (holders[slot] != story) {
        holders[slot] = SEVERAL;
      }
    }
  }

  /** Those of the grams that several stories have, in their order. */
  public long[] among(long[] found) {
    return Arrays.stream(found).filter(gram -> holders[slot(gram)] == SEVERAL).toArray();
  }

  private int slot(long gram) {
    int slot = (int) (gram * 0x9E3779B97F4A7C15L >>> 32) & grams.length - 1;
    while (holders[slot] != FREE && grams[slot] != gram) {
      slot = slot + 1 & grams.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldGrams = grams;
    int[] oldHolders = holders;
    grams = new long[oldGrams.length * 2];
    holders = filledWith(grams.length);
    for (int at = 0; at < oldGrams.length; at++) {
      if (oldHolders[at] != FREE) {
        int slot = slot(oldGrams[at]);
        grams[slot] = oldGrams[at];
        holders[slot] = oldHolders[at];
      }
    }
  }
}
