package org.twosource.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which words can mean the same: single words that share one of their first six senses in WordNet.
 * Immutable, for any thread.
 */
public final class Synonyms {
  private static final String LIST = "/org/twosource/gazetteer/synonyms.txt";

  private final Map<String, int[]> sets;

  private Synonyms(Map<String, int[]> sets) {
    this.sets = sets;
  }

  /** The list in the jar. */
  public static Synonyms standard() {
    return Held.STANDARD;
  }

  /** Read when first asked for, and once: it never changes. */
  private static final class Held {
    static final Synonyms STANDARD = load();
  }

  private static Synonyms load() {
    try (InputStream file = Synonyms.class.getResourceAsStream(LIST)) {
      return file == null ? new Synonyms(Map.of()) : read(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("synonyms " + LIST, failure);
    }
  }

  /**
   * Reads a list: comments with {@code #}, then one set of words a line. The stream is not closed.
   */
  public static Synonyms read(InputStream file) throws IOException {
    Map<String, int[]> sets = new HashMap<>(1 << 16);
    var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    int set = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      int number = set++;
      for (String word : line.split(" ")) {
        sets.merge(WordForm.stem(word), new int[] {number}, Synonyms::join);
      }
    }
    return new Synonyms(sets);
  }

  private static int[] join(int[] some, int[] one) {
    int[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = one[0];
    return all;
  }

  /** Whether two different stems share a sense. */
  public boolean share(String stem, String other) {
    int[] sets1 = sets.get(stem);
    int[] sets2 = sets.get(other);
    if (sets1 == null || sets2 == null) {
      return false;
    }
    for (int one : sets1) {
      for (int two : sets2) {
        if (one == two) {
          return true;
        }
      }
    }
    return false;
  }
}
