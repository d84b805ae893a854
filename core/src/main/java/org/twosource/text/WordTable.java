package org.twosource.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words that texts were cut into, each once. Full, it keeps what it has and makes every new
 * word anew: the words of news that come often come early (Zipf). Safe for use by several threads.
 */
final class WordTable {
  /** Some 100 bytes each. A hundred thousand reports have this many words or more. */
  static final int MOST = 200_000;

  /** Longer ones are addresses and garbage, and do not come again. */
  static final int LONGEST = 40;

  private final Map<String, Word> words = new ConcurrentHashMap<>();

  Word word(String text) {
    Word known = words.get(text);
    if (known != null) {
      return known;
    }
    String normal = Normal.of(text);
    Word plain = words.get(normal);
    // one string for all ways of writing a word
    Word made = new Word(text, plain == null ? normal : plain.normal());
    if (text.length() <= LONGEST && words.size() < MOST) {
      Word other = words.putIfAbsent(text, made);
      return other == null ? made : other;
    }
    return made;
  }
}
