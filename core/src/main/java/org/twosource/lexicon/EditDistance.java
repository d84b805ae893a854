package org.twosource.lexicon;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How far two words are apart in writing: characters to put in, take out or replace until one is
 * the other (Levenshtein 1966). A function, for any thread.
 */
public final class EditDistance {
  private EditDistance() {}

  public static int between(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  /** 1 for the same word, 0 for two without a character in common at its place. */
  public static double similarity(String a, String b) {
    int longest = Math.max(a.length(), b.length());
    return longest == 0 ? 1 : 1 - (double) between(a, b) / longest;
  }

  /** The name that is most like a wrong one; the first of several. */
  public static Optional<String> nearest(String wrong, Collection<String> names) {
    return names.stream().min(Comparator.comparingInt(name -> between(name, wrong)));
  }
}
