package org.twosource.story;

import java.util.Arrays;

/** The numbers of the stories that used a word last, each once, the newest at the end. */
final class NewestStories {
  private final int most;
  private int[] numbers = new int[1];
  private int size;

  /**
   * @param most the oldest is forgotten when there are more
   */
  NewestStories(int most) {
    this.most = most;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return numbers[index];
  }

  void add(int number) {
    int known = size - 1;
    while (known >= 0 && numbers[known] != number) {
      known--;
    }
    if (known >= 0) {
      forget(known);
    } else if (size == most) {
      forget(0);
    }
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.min(most, 2 * size));
    }
    numbers[size++] = number;
  }

  private void forget(int index) {
    size--;
    System.arraycopy(numbers, index + 1, numbers, index, size - index);
  }
}
