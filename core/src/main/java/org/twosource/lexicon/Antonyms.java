package org.twosource.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Words of opposite meaning: WordNet's direct antonyms, and words that share a sense with one of
 * them ("profit" against "loss", through "gain"). Immutable, for any thread.
 */
public final class Antonyms {
  private static final String LIST = "/org/twosource/gazetteer/antonyms.txt";

  private final Map<String, Set<String>> opposites;
  private final Synonyms synonyms;

  private Antonyms(Map<String, Set<String>> opposites, Synonyms synonyms) {
    this.opposites = opposites;
    this.synonyms = synonyms;
  }

  public static Antonyms standard() {
    return Held.STANDARD;
  }

  /** Read when first asked for, and once: it never changes. */
  private static final class Held {
    static final Antonyms STANDARD = load();
  }

  private static Antonyms load() {
    Map<String, Set<String>> opposites = new HashMap<>();
    try (InputStream file = Antonyms.class.getResourceAsStream(LIST)) {
      if (file != null) {
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ");
          if (!line.startsWith("#") && words.length == 2) {
            String one = WordForm.stem(words[0]);
            String two = WordForm.stem(words[1]);
            opposites.computeIfAbsent(one, key -> new HashSet<>()).add(two);
            opposites.computeIfAbsent(two, key -> new HashSet<>()).add(one);
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("antonyms " + LIST, failure);
    }
    return new Antonyms(opposites, Synonyms.standard());
  }

  /** Whether two words, in lower case, are opposites and not also of one meaning. */
  public boolean areOpposite(String word, String other) {
    String one = WordForm.stem(word);
    String two = WordForm.stem(other);
    if (one.equals(two) || synonyms.share(one, two)) {
      return false;
    }
    return opposites.getOrDefault(one, Set.of()).stream()
            .anyMatch(opposite -> opposite.equals(two) || synonyms.share(opposite, two))
        || opposites.getOrDefault(two, Set.of()).stream()
            .anyMatch(opposite -> synonyms.share(opposite, one));
  }

  /** Whether two words, in lower case, share a sense or a stem. */
  public boolean areAlike(String word, String other) {
    String one = WordForm.stem(word);
    String two = WordForm.stem(other);
    return one.equals(two) || synonyms.share(one, two);
  }
}
