package org.twosource.reuse;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a shared word says within one story: ln(1 + N / df) over its N sentences (Robertson and
 * Spärck Jones' inverse document frequency, smoothed). The names and words that every sentence of a
 * story holds weigh little.
 */
public final class WordWeights {
  private final Map<String, Integer> frequency = new HashMap<>();
  private final int sentences;

  /**
   * @param sentences the content words of every sentence of the story
   */
  public WordWeights(List<? extends Collection<String>> sentences) {
    this.sentences = sentences.size();
    for (Collection<String> words : sentences) {
      for (String word : new HashSet<>(words)) {
        frequency.merge(word, 1, Integer::sum);
      }
    }
  }

  public double of(String word) {
    return Math.log(1.0 + (sentences + 1.0) / frequency.getOrDefault(word, 1));
  }

  /** The weight of {@code words} together. */
  public double sum(Collection<String> words) {
    double sum = 0;
    for (String word : words) {
      sum += of(word);
    }
    return sum;
  }

  /** The share of the weight of {@code words} that {@code others} hold too, 0 to 1. */
  public double cover(Set<String> words, Set<String> others) {
    double all = 0;
    double shared = 0;
    for (String word : words) {
      double weight = of(word);
      all += weight;
      if (others.contains(word)) {
        shared += weight;
      }
    }
    return all == 0 ? 0 : shared / all;
  }

  /** Twice the shared weight over the sum of both (weighted Dice), 0 to 1. */
  public double likeness(Set<String> words, Set<String> others) {
    double both = sum(words) + sum(others);
    return both == 0 ? 0 : 2 * cover(words, others) * sum(words) / both;
  }
}
