package org.twosource.bench.generator;

import java.util.Random;

/**
 * Invented words: number 0 is the most frequent, and frequency falls with one over the rank (Zipf).
 * Three words in five have two synonyms, which are used by copies only. Immutable.
 */
final class Vocabulary {
  /** Words that reports are written in. */
  static final int WORDS = 30_000;

  private static final int SYNONYMS = 100_000;
  private static final int NAMES = 300_000;
  private static final int PLACES = 400_000;
  private static final int OUTLETS = 500_000;
  private static final int ALL = 1_000_000;
  private static final String ONSETS = "bdfghklmnprstvwzjcxq";
  private static final String VOWELS = "aeiou";
  private static final String CODAS = "nrltkmsd";

  /** A word's number by its frequency. */
  int draw(Random random) {
    return zipf(random, WORDS);
  }

  /** A number below {@code bound}, the low ones more often: probability ~ 1 / (1 + number). */
  static int zipf(Random random, int bound) {
    return (int) Math.min(bound - 1, Math.exp(random.nextDouble() * Math.log(bound + 1.0)) - 1);
  }

  Word content(int number, String ending) {
    return new Word(word(number) + ending, Word.Kind.CONTENT, number, ending);
  }

  static boolean hasSynonym(Word word) {
    return word.kind() == Word.Kind.CONTENT && word.number() >= 0 && word.number() % 5 < 3;
  }

  /** Another word of the same meaning in the same form; it has no synonyms itself. */
  Word synonym(Word word, Random random) {
    String other = word(SYNONYMS + 2 * word.number() + random.nextInt(2));
    return new Word(other + word.ending(), Word.Kind.CONTENT, -1, word.ending());
  }

  String fullName(Random random) {
    return capital(word(NAMES + zipf(random, 400)))
        + ' '
        + capital(word(NAMES + 1000 + zipf(random, 4000)));
  }

  String place(Random random) {
    return capital(word(PLACES + zipf(random, 800)));
  }

  /** The own word of an outlet or agency. */
  String title(int outlet) {
    return capital(word(OUTLETS + outlet));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Three syllables and a closing letter; different for every number below a million. */
  private static String word(int number) {
    int mixed = (int) ((number * 7919L + 104_729) % ALL);
    StringBuilder word = new StringBuilder(7);
    for (int rest = mixed, at = 0; at < 3; at++, rest /= 100) {
      word.append(ONSETS.charAt(rest % 20)).append(VOWELS.charAt(rest / 20 % 5));
    }
    return word.append(CODAS.charAt(mixed % CODAS.length())).toString();
  }
}
