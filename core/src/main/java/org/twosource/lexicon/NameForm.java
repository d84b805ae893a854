package org.twosource.lexicon;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form under which names are compared: lower case without diacritics, full stops and
 * typographic apostrophes.
 */
public final class NameForm {
  private NameForm() {}

  public static String of(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('ø', 'o')
        .replace('ł', 'l')
        .replace('đ', 'd')
        .replace('ı', 'i')
        .replace("ß", "ss")
        .replace("æ", "ae")
        .replace('’', '\'')
        .replace(".", "");
  }
}
