package org.twosource.reuse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How rare words are in general news: the natural logarithm of (reports / reports with the word),
 * from 0 (in every report) to {@link #unknown()} (not in the table). The table is learned from
 * news; see the card beside it. What is worked out about its words is kept, so that reports are
 * read faster; otherwise immutable, for any thread.
 */
public final class WordRarity {
  private static final String TABLE = "/org/twosource/weights/word-rarity.txt";

  private final Map<String, Float> rarity;
  private final float unknown;
  private final Map<String, Lexeme> lexemes = new ConcurrentHashMap<>();

  /**
   * What is known of a word by itself.
   *
   * @param form hash of it without inflection taken off
   */
  record Lexeme(String stem, int form, float rarity, boolean isNumber) {}

  private WordRarity(Map<String, Float> rarity, float unknown) {
    this.rarity = rarity;
    this.unknown = unknown;
  }

  /** The table in the jar. */
  public static WordRarity standard() {
    return Held.STANDARD;
  }

  /** Read when first asked for, and once: it never changes. */
  private static final class Held {
    static final WordRarity STANDARD = load();
  }

  private static WordRarity load() {
    try (InputStream file = WordRarity.class.getResourceAsStream(TABLE)) {
      return file == null ? new WordRarity(Map.of(), 9f) : read(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("word table " + TABLE, failure);
    }
  }

  /**
   * Reads a table: comments with {@code #}, then lines of a rarity followed by the words that have
   * it. The stream is not closed.
   */
  public static WordRarity read(InputStream file) throws IOException {
    Map<String, Float> rarity = new HashMap<>(1 << 16);
    float highest = 0;
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ");
      float value = Float.parseFloat(words[0]);
      highest = Math.max(highest, value);
      for (int at = 1; at < words.length; at++) {
        rarity.put(words[at], value);
      }
    }
    return new WordRarity(rarity, highest + .5f);
  }

  /**
   * The rarity of a word.
   *
   * @param normal lower case, straight apostrophes
   */
  public float of(String normal) {
    Float known = rarity.get(normal);
    if (known == null && normal.endsWith("'s")) {
      known = rarity.get(normal.substring(0, normal.length() - 2));
    }
    return known == null ? unknown : known;
  }

  /** The word by itself; kept for the words of the table, of which there are finitely many. */
  Lexeme lexeme(String normal) {
    Lexeme known = lexemes.get(normal);
    if (known != null) {
      return known;
    }
    Lexeme made =
        new Lexeme(
            WordForm.stem(normal),
            WordForm.plain(normal).hashCode(),
            of(normal),
            WordForm.isNumber(normal));
    if (rarity.containsKey(normal)) {
      lexemes.put(normal, made);
    }
    return made;
  }

  /** The rarity of words that are not in the table. */
  public float unknown() {
    return unknown;
  }
}
