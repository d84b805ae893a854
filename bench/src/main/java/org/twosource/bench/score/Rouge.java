package org.twosource.bench.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** ROUGE F1 (Lin 2004): overlap of n-grams, and of the longest common subsequence. Lower case. */
public final class Rouge {
  private Rouge() {}

  /** ROUGE-1, ROUGE-2 and ROUGE-L F1. */
  public static double[] score(String made, String reference) {
    List<String> own = words(made);
    List<String> theirs = words(reference);
    return new double[] {grams(own, theirs, 1), grams(own, theirs, 2), subsequence(own, theirs)};
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static double grams(List<String> own, List<String> theirs, int length) {
    Map<List<String>, Integer> left = new HashMap<>();
    for (int i = 0; i + length <= theirs.size(); i++) {
      left.merge(theirs.subList(i, i + length), 1, Integer::sum);
    }
    int shared = 0;
    for (int i = 0; i + length <= own.size(); i++) {
      List<String> gram = own.subList(i, i + length);
      int free = left.getOrDefault(gram, 0);
      if (free > 0) {
        shared++;
        left.put(gram, free - 1);
      }
    }
    return f1(shared, own.size() - length + 1, theirs.size() - length + 1);
  }

  private static double subsequence(List<String> own, List<String> theirs) {
    int[] row = new int[theirs.size() + 1];
    for (String word : own) {
      int diagonal = 0;
      for (int j = 1; j <= theirs.size(); j++) {
        int above = row[j];
        row[j] = word.equals(theirs.get(j - 1)) ? diagonal + 1 : Math.max(row[j], row[j - 1]);
        diagonal = above;
      }
    }
    return f1(row[theirs.size()], own.size(), theirs.size());
  }

  private static double f1(int shared, int own, int theirs) {
    return own <= 0 || theirs <= 0 ? 0 : 2.0 * shared / (own + theirs);
  }
}
