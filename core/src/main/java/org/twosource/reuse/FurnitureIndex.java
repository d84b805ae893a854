package org.twosource.reuse;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Learns furniture from a collection: word 5-grams that stand in reports of other stories.
 *
 * <p>A sentence is furniture when such grams cover most of its words. Only other stories count,
 * because what the reports of one story share is what lineage wants to know. Of a gram the first
 * three stories are kept. Filled by one thread; then for any.
 */
public final class FurnitureIndex {
  private final Map<String, Integer> stories = new HashMap<>();
  private long[] grams = new long[1 << 12];
  private int[] holders = new int[3 << 12];
  private int filled;

  /**
   * Adds a report.
   *
   * @param story the id of its story
   */
  public void add(String story, Text text) {
    int number = stories.computeIfAbsent(story, id -> stories.size() + 1);
    for (Sentence sentence : text.sentences()) {
      for (long gram : FurnitureGrams.of(sentence)) {
        put(gram, number);
      }
    }
  }

  /** What is furniture to somebody who compares reports of these stories. */
  public Furniture outside(Set<String> own) {
    int[] numbers =
        own.stream().mapToInt(story -> stories.getOrDefault(story, -1)).sorted().toArray();
    return FurnitureGrams.by(gram -> standsElsewhere(gram, numbers));
  }

  private boolean standsElsewhere(long gram, int[] own) {
    int slot = slot(gram);
    for (int at = 0; at < 3; at++) {
      int holder = holders[3 * slot + at];
      if (holder != 0 && Arrays.binarySearch(own, holder) < 0) {
        return true;
      }
    }
    return false;
  }

  private void put(long gram, int story) {
    int slot = slot(gram);
    if (grams[slot] == 0) {
      grams[slot] = gram;
      filled++;
    }
    for (int at = 3 * slot; at < 3 * slot + 3; at++) {
      if (holders[at] == story) {
        break;
      }
      if (holders[at] == 0) {
        holders[at] = story;
        break;
      }
    }
    if (filled > grams.length * 2L / 3) {
      grow();
    }
  }

  private int slot(long gram) {
    int slot = (int) (gram >>> 17) & grams.length - 1;
    while (grams[slot] != 0 && grams[slot] != gram) {
      slot = slot + 1 & grams.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldGrams = grams;
    int[] oldHolders = holders;
    grams = new long[oldGrams.length * 2];
    holders = new int[oldHolders.length * 2];
    for (int at = 0; at < oldGrams.length; at++) {
      if (oldGrams[at] != 0) {
        int slot = slot(oldGrams[at]);
        grams[slot] = oldGrams[at];
        System.arraycopy(oldHolders, 3 * at, holders, 3 * slot, 3);
      }
    }
  }
}
