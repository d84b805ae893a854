package org.twosource.lexicon;

/**
 * The form under which the content words of statements are compared: endings of regular English
 * inflection taken off, spelling left as it is; a word never gets shorter than three letters. The
 * weights of {@code claim} were learned with it. Words with other characters than letters lose a
 * possessive ending alone.
 */
public final class ContentForm {
  private ContentForm() {}

  /**
   * @param normal a token's {@code normal} form
   */
  public static String of(String normal) {
    String rest = normal;
    if (rest.endsWith("'s") || rest.endsWith("s'")) {
      rest = rest.substring(0, rest.length() - 2 + (rest.endsWith("s'") ? 1 : 0));
    }
    if (rest.length() < 4 || !rest.chars().allMatch(Character::isLetter)) {
      return rest;
    }
    if (rest.endsWith("ies") || rest.endsWith("ied")) {
      return rest.substring(0, rest.length() - 3) + "y";
    }
    if (rest.endsWith("sses") || rest.endsWith("shes") || rest.endsWith("ches")) {
      return rest.substring(0, rest.length() - 2);
    }
    if (rest.endsWith("s")
        && !rest.endsWith("ss")
        && !rest.endsWith("us")
        && !rest.endsWith("is")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (rest.endsWith("ing") && hasVowel(rest, rest.length() - 3)) {
      rest = undouble(rest.substring(0, rest.length() - 3));
    } else if (rest.endsWith("ed") && hasVowel(rest, rest.length() - 2)) {
      rest = undouble(rest.substring(0, rest.length() - 2));
    } else if (rest.endsWith("ly") && rest.length() > 5) {
      rest = rest.substring(0, rest.length() - 2);
    }
    return rest.length() > 3 && rest.endsWith("e") ? rest.substring(0, rest.length() - 1) : rest;
  }

  private static boolean hasVowel(String word, int before) {
    return before >= 3
        && word.chars().limit(before).anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    return last > 2
            && stem.charAt(last) == stem.charAt(last - 1)
            && "lsz".indexOf(stem.charAt(last)) < 0
        ? stem.substring(0, last)
        : stem;
  }
}
