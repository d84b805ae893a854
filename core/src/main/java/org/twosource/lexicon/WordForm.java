package org.twosource.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The form under which words are compared: inflection, British and American spelling, dots in
 * initials and thousands separators taken off. Not a dictionary form: "making" and "make" both
 * become "mak". Words of other alphabets come back unchanged.
 */
public final class WordForm {
  private static final String LIST = "/org/twosource/gazetteer/irregular-forms.txt";
  private static final Map<String, String> IRREGULAR = irregular();

  private WordForm() {}

  /**
   * The stem of a word.
   *
   * @param normal lower case, straight apostrophes
   */
  public static String stem(String normal) {
    String word = plain(normal);
    int length = word.length();
    if (length <= 3 || !Character.isLetter(word.charAt(0)) || word.charAt(length - 1) > 'z') {
      return word;
    }
    String irregular = IRREGULAR.get(word);
    return british(withoutEnding(irregular != null ? irregular : word));
  }

  private static Map<String, String> irregular() {
    Map<String, String> forms = new HashMap<>();
    try (InputStream file = WordForm.class.getResourceAsStream(LIST)) {
      if (file != null) {
        String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        for (String line : text.split("\n")) {
          int blank = line.indexOf(' ');
          if (blank > 0 && !line.startsWith("#")) {
            forms.put(line.substring(0, blank), line.substring(blank + 1).strip());
          }
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("word forms " + LIST, failure);
    }
    return Map.copyOf(forms);
  }

  /** Whether the word begins with a digit. */
  public static boolean isNumber(String normal) {
    return !normal.isEmpty() && Character.isDigit(normal.charAt(0));
  }

  /** Without a possessive ending, dots in initials, and commas in numbers. */
  public static String plain(String normal) {
    String word = normal;
    if (word.endsWith("'s")) {
      word = word.substring(0, word.length() - 2);
    } else if (word.endsWith("s'")) {
      word = word.substring(0, word.length() - 1);
    }
    if (word.indexOf('.') >= 0 && !isNumber(word)) {
      word = word.replace(".", "");
    }
    if (isNumber(word) && word.indexOf(',') >= 0) {
      word = word.replace(",", "");
    }
    return word.isEmpty() ? normal : word;
  }

  private static String withoutEnding(String word) {
    int length = word.length();
    if (word.endsWith("ies") && length > 4) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("sses")
        || length > 4 && (word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes"))) {
      return word.substring(0, length - 2);
    }
    if (word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      return withoutEnding(word.substring(0, length - 1));
    }
    if (word.endsWith("ied") && length > 4) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("ing") && length > 5 && hasVowel(word, length - 3)) {
      return undoubled(word.substring(0, length - 3));
    }
    if (word.endsWith("ed") && length > 4 && hasVowel(word, length - 2)) {
      return undoubled(word.substring(0, length - 2));
    }
    if (word.endsWith("ly") && length > 5) {
      return withoutEnding(word.substring(0, length - 2));
    }
    return word.endsWith("e") && length > 3 ? word.substring(0, length - 1) : word;
  }

  private static boolean hasVowel(String word, int end) {
    for (int at = 0; at < end; at++) {
      if ("aeiouy".indexOf(word.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String undoubled(String stem) {
    int length = stem.length();
    if (length > 3
        && stem.charAt(length - 1) == stem.charAt(length - 2)
        && "lsz".indexOf(stem.charAt(length - 1)) < 0) {
      return stem.substring(0, length - 1);
    }
    if (length > 3 && stem.endsWith("ll")) {
      return stem.substring(0, length - 1);
    }
    return stem.endsWith("e") && length > 3 ? stem.substring(0, length - 1) : stem;
  }

  private static String british(String stem) {
    int length = stem.length();
    if (length > 4 && stem.endsWith("is") && !stem.endsWith("mis") && !stem.endsWith("vis")) {
      return stem.substring(0, length - 1) + "z";
    }
    if (length > 5 && stem.contains("isation")) {
      return stem.replace("isation", "ization");
    }
    if (length > 4 && stem.endsWith("our")) {
      return stem.substring(0, length - 3) + "or";
    }
    if (length > 4 && stem.endsWith("tr")) {
      return stem.substring(0, length - 1) + "er";
    }
    if (length > 4 && stem.endsWith("enc")) {
      return stem.substring(0, length - 1) + "s";
    }
    return length > 4 && stem.endsWith("ogu") ? stem.substring(0, length - 1) : stem;
  }
}
