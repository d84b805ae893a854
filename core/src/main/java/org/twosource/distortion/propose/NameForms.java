package org.twosource.distortion.propose;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Side;
import org.twosource.lexicon.EditDistance;

/** Whether a name of one side stands on the other in some form. */
final class NameForms {
  private static final double SPELLED_ALIKE = .9;

  /** Shorter letters stand in other words by chance. */
  private static final int MIN_LETTERS = 4;

  /** "Polish" for "Poland": the letters that an ending may change. */
  private static final int ENDING = 3;

  private NameForms() {}

  /** The words of a name in bare letters, without possessive endings. */
  static List<String> words(Side side, Mention name) {
    return side.in(name.span()).stream()
        .map(side::normal)
        .map(word -> bare(word.replaceFirst("['’]s$", "")))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String bare(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The same words, some of them, their initials, the letters, or a form of a lone word. */
  static boolean stands(Side side, Mention name, Side other, List<Mention> names) {
    List<String> own = words(side, name);
    String letters = String.join("", own);
    return own.isEmpty()
        || names.stream().anyMatch(its -> isOneName(name, own, its, words(other, its)))
        || letters.length() >= MIN_LETTERS && bare(other.words(other.span())).contains(letters)
        || own.size() == 1 && letters.length() >= MIN_LETTERS && hasFormOf(other, letters);
  }

  private static boolean isOneName(
      Mention name, List<String> own, Mention other, List<String> its) {
    boolean spelled =
        name.entity().equals(other.entity())
            && EditDistance.similarity(String.join("", own), String.join("", its)) > SPELLED_ALIKE;
    return spelled
        || own.containsAll(its)
        || its.containsAll(own)
        || isInitials(own, its)
        || isInitials(its, own);
  }

  private static boolean isInitials(List<String> one, List<String> words) {
    return one.size() == 1
        && one.getFirst()
            .equals(words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining()));
  }

  private static boolean hasFormOf(Side side, String letters) {
    String stem = letters.substring(0, Math.max(MIN_LETTERS, letters.length() - ENDING));
    return IntStream.range(0, side.size())
        .anyMatch(j -> side.normal(j).toLowerCase(Locale.ROOT).startsWith(stem));
  }
}
