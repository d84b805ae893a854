package org.twosource.app.desk;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How much of the shorter of two bodies stands in the other: the share of its word triples
 * (containment, Broder 1997). Tells an edited page from another page.
 */
final class Containment {
  private static final int WORDS = 3;

  private Containment() {}

  /** 0 to 1. */
  static double of(String a, String b) {
    Set<Integer> one = triples(a);
    Set<Integer> other = triples(b);
    Set<Integer> shorter = one.size() <= other.size() ? one : other;
    Set<Integer> longer = shorter == one ? other : one;
    if (shorter.isEmpty()) {
      return a.strip().equals(b.strip()) ? 1 : 0;
    }
    return (double) shorter.stream().filter(longer::contains).count() / shorter.size();
  }

  private static Set<Integer> triples(String body) {
    String[] words = body.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    Set<Integer> triples = new HashSet<>();
    for (int at = 0; at + WORDS <= words.length; at++) {
      triples.add((words[at] + " " + words[at + 1] + " " + words[at + 2]).hashCode());
    }
    return triples;
  }
}
