package org.twosource.distortion.propose;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.twosource.annotate.Mention;
import org.twosource.distortion.Side;
import org.twosource.lexicon.EditDistance;
import org.twosource.lexicon.WordForm;
import org.twosource.lexicon.WordRarity;

/** Whether a name of one side stands on the other in some form. */
final class NameForms {
  private static final double SPELLED_ALIKE = .9;

  /** Letters less alike are no spoiled form. */
  private static final double SPOILED = .6;

  /** Words of less rarity are left out of initials: "of", "and", "for". */
  private static final float FUNCTION_WORD = 2.2f;

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
    boolean form = name.entity().equals(other.entity()) && isForm(own, its);
    return form
        || own.containsAll(its)
        || its.containsAll(own)
        || isInitials(own, its)
        || isInitials(its, own);
  }

  /**
   * Whether two names of one entity are two forms of it: spelled nearly alike, cut short, or in
   * other letters altogether ("American" for "US"). What lies between may be a spoiled name.
   */
  private static boolean isForm(List<String> one, List<String> two) {
    String own = String.join("", one);
    String its = String.join("", two);
    double alike = EditDistance.similarity(own, its);
    return alike > SPELLED_ALIKE || alike < SPOILED || own.startsWith(its) || its.startsWith(own);
  }

  /** With or without the function words among them; a number stands whole: "G20". */
  private static boolean isInitials(List<String> one, List<String> words) {
    return one.size() == 1
        && (one.getFirst().equals(initials(words.stream()))
            || one.getFirst()
                .equals(
                    initials(
                        words.stream()
                            .filter(word -> WordRarity.standard().of(word) >= FUNCTION_WORD))));
  }

  private static String initials(Stream<String> words) {
    return words
        .map(word -> WordForm.isNumber(word) ? word : word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private static boolean hasFormOf(Side side, String letters) {
    String stem = letters.substring(0, Math.max(MIN_LETTERS, letters.length() - ENDING));
    return IntStream.range(0, side.size())
        .anyMatch(j -> side.normal(j).toLowerCase(Locale.ROOT).startsWith(stem));
  }
}
