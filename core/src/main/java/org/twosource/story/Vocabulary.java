package org.twosource.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stems seen so far, numbered in order of appearance. One thread at a time. */
final class Vocabulary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> stems = new ArrayList<>();

  int number(String stem) {
    Integer known = numbers.get(stem);
    if (known == null) {
      known = stems.size();
      numbers.put(stem, known);
      stems.add(stem);
    }
    return known;
  }

  String stem(int number) {
    return stems.get(number);
  }
}
