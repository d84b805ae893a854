package org.twosource.encode;

import java.util.List;

/**
 * What the uncased encoder cannot see: capitals, the shape of a word, its ending, where it stands.
 * Each token gets a few numbers below {@link #SIZE}, each the row of an embedding table.
 */
public final class TokenFeatures {
  /** One more than the greatest feature. */
  public static final int SIZE = 2048;

  private TokenFeatures() {}

  /** The features of each token of one sentence. */
  public static int[][] of(List<String> words) {
    boolean shouting = shouting(words);
    int[][] features = new int[words.size()][];
    for (int i = 0; i < features.length; i++) {
      String word = words.get(i);
      features[i] =
          new int[] {
            hashed(1, capitals(word).ordinal() + (shouting ? 8 : 0)),
            hashed(2, shape(word)),
            hashed(3, capitals(word).ordinal() + (isOpening(words, i) ? 8 : 0)),
            hashed(4, Math.min(12, word.length())),
            hashed(5, ending(word)),
            hashed(6, i + 1 < words.size() ? capitals(words.get(i + 1)).ordinal() : 9),
          };
    }
    return features;
  }

  /** Of the features of one token those that do not tell which word it is. */
  public static int[] capitalsOnly(int[] features) {
    return new int[] {features[0], features[2], features[5]};
  }

  private enum Capitals {
    NONE,
    FIRST,
    ALL,
    ONE,
    MIXED,
    NO_LETTER
  }

  private static Capitals capitals(String word) {
    int upper = 0;
    int lower = 0;
    for (int i = 0; i < word.length(); i++) {
      upper += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
      lower += Character.isLowerCase(word.charAt(i)) ? 1 : 0;
    }
    if (upper + lower == 0) {
      return Capitals.NO_LETTER;
    }
    if (upper == 0) {
      return Capitals.NONE;
    }
    if (lower == 0) {
      return upper == 1 ? Capitals.ONE : Capitals.ALL;
    }
    return upper == 1 && Character.isUpperCase(word.charAt(0)) ? Capitals.FIRST : Capitals.MIXED;
  }

  /** Whether most letters of a sentence with several words are capitals: a headline. */
  private static boolean shouting(List<String> words) {
    int capitalised = 0;
    int letters = 0;
    for (String word : words) {
      if (Character.isLetter(word.isEmpty() ? ' ' : word.charAt(0))) {
        letters++;
        capitalised += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return letters >= 3 && capitalised * 10 >= letters * 8;
  }

  /** The first word, or the first inside quotation marks or after a colon. */
  private static boolean isOpening(List<String> words, int index) {
    return index == 0 || "\"“‘``:".contains(words.get(index - 1));
  }

  /** Capitals X, small letters x, digits d, the rest as it is; runs are written once. */
  private static int shape(String word) {
    int hash = 17;
    char last = 0;
    for (int i = 0; i < Math.min(40, word.length()); i++) {
      char character = word.charAt(i);
      char kind = character;
      if (Character.isUpperCase(character)) {
        kind = 'X';
      } else if (Character.isLetter(character)) {
        kind = 'x';
      } else if (Character.isDigit(character)) {
        kind = 'd';
      }
      if (kind != last) {
        hash = hash * 31 + kind;
      }
      last = kind;
    }
    return hash;
  }

  private static int ending(String word) {
    int hash = 7;
    for (int i = Math.max(0, word.length() - 3); i < word.length(); i++) {
      hash = hash * 31 + Character.toLowerCase(word.charAt(i));
    }
    return hash;
  }

  /** A feature from its kind and value; the top 64 rows are left to the callers' own features. */
  static int hashed(int kind, int value) {
    int mixed = (kind * 0x9E3779B1) ^ (value * 0x85EBCA6B);
    mixed ^= mixed >>> 15;
    mixed *= 0x2C1B3C6D;
    mixed ^= mixed >>> 13;
    return Math.floorMod(mixed, SIZE - 64);
  }

  /** A feature of the caller's own, 0 to 63. */
  public static int own(int number) {
    if (number < 0 || number >= 64) {
      throw new IllegalArgumentException("own feature " + number + " is not in 0..63");
    }
    return SIZE - 64 + number;
  }
}
