package org.twosource.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.twosource.text.Word;

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

  /**
   * The words read last, each at the place that its hash says. Racing threads at worst read a word
   * twice.
   */
  private final @Nullable Lexeme[] latest = new @Nullable Lexeme[1 << LATEST_BITS];

  /** Words of news seldom push each other out of 32,768 places: 98 of 100 are found. */
  private static final int LATEST_BITS = 15;

  /**
   * What is known of a word by itself.
   *
   * @param word whose normal form is meant
   * @param form hash of it without inflection taken off
   */
  public record Lexeme(Word word, String stem, int form, float rarity) {}

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

  /** What is known of a word by itself. */
  public Lexeme lexeme(Word word) {
    int place = word.hashCode() * 0x9E3779B9 >>> 32 - LATEST_BITS;
    Lexeme known = latest[place];
    if (known != null && (known.word() == word || known.word().normal().equals(word.normal()))) {
      return known;
    }
    String normal = word.normal();
    Lexeme made =
        new Lexeme(word, WordForm.stem(normal), WordForm.plain(normal).hashCode(), of(normal));
    latest[place] = made;
    return made;
  }

  /** The rarity of words that are not in the table. */
  public float unknown() {
    return unknown;
  }
}
