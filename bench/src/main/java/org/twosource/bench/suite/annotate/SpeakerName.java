package org.twosource.bench.suite.annotate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether the speaker that was given is the one that is meant. Persons agree in their surname, in
 * what both say of the given name, and in a suffix (Jr., III); bodies and descriptions agree when
 * one has half of the other's words of content, and at least one.
 */
final class SpeakerName {
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
  private static final Set<String> SMALL =
      Set.of(
          "the", "a", "an", "of", "in", "for", "and", "on", "at", "to", "his", "her", "its", "s");
  private static final Set<String> TITLES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "president",
          "vice",
          "former",
          "sen",
          "senator",
          "rep",
          "representative",
          "gov",
          "governor",
          "judge",
          "justice",
          "gen",
          "general",
          "attorney",
          "secretary",
          "speaker",
          "minister",
          "prime",
          "mayor",
          "chancellor",
          "king",
          "queen",
          "prince",
          "pope",
          "officer",
          "sheriff",
          "detective",
          "captain",
          "lt",
          "sgt",
          "col",
          "capt",
          "rev",
          "chief",
          "congressman",
          "congresswoman",
          "us",
          "u");

  private SpeakerName() {}

  /**
   * @param who the labelled speaker: a full name or a description
   * @param refers the labelled words that point to the speaker, often a pronoun
   * @param given what the product shows
   */
  static boolean agree(String who, String refers, String given) {
    return same(words(who), words(given))
        || !refers.isBlank() && refers.contains(" ") && same(words(refers), words(given));
  }

  static boolean suffixesAgree(String one, String other) {
    return suffixes(words(one)).equals(suffixes(words(other)));
  }

  private static boolean same(List<String> meant, List<String> given) {
    if (!suffixes(meant).equals(suffixes(given))) {
      return false;
    }
    List<String> one = content(meant);
    List<String> other = content(given);
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    return one.getLast().equals(other.getLast()) && givenNamesAgree(one, other)
        || overlap(one, other);
  }

  private static boolean givenNamesAgree(List<String> one, List<String> other) {
    if (one.size() == 1 || other.size() == 1) {
      return true;
    }
    String first = one.getFirst();
    String second = other.getFirst();
    return first.startsWith(second)
        || second.startsWith(first)
        || one.subList(0, one.size() - 1).stream().anyMatch(other::contains)
        || first.length() > 2
            && second.length() > 2
            && first.substring(0, 3).equals(second.substring(0, 3));
  }

  /** Half of the longer one's words, and all but one of the shorter one's. */
  private static boolean overlap(List<String> one, List<String> other) {
    Set<String> shared = new TreeSet<>(one);
    shared.retainAll(other);
    int longer = Math.max(one.size(), other.size());
    int shorter = Math.min(one.size(), other.size());
    return shared.size() >= 2 && shared.size() >= shorter - 1 && 2 * shared.size() >= longer
        || shared.size() == shorter && 2 * shorter >= longer;
  }

  private static Set<String> suffixes(List<String> words) {
    Set<String> suffixes = new TreeSet<>(words);
    suffixes.retainAll(SUFFIXES);
    return suffixes;
  }

  private static List<String> content(List<String> words) {
    List<String> content = new ArrayList<>(words);
    content.removeIf(word -> SUFFIXES.contains(word) || SMALL.contains(word));
    if (content.size() > 1) {
      List<String> untitled = new ArrayList<>(content);
      untitled.removeIf(TITLES::contains);
      return untitled.isEmpty() ? content : untitled;
    }
    return content;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).replace("’", "'").split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
