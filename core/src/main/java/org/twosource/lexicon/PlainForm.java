package org.twosource.lexicon;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a language file without diacritics, as {@code Token.normal()} is. */
public final class PlainForm {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private PlainForm() {}

  public static String of(String written) {
    return MARKS.matcher(Normalizer.normalize(written, Normalizer.Form.NFD)).replaceAll("");
  }

  public static Set<String> of(Set<String> written) {
    return written.stream().map(PlainForm::of).collect(Collectors.toSet());
  }
}
