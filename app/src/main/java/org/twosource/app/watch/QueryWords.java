package org.twosource.app.watch;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.lexicon.PlacingForm;

/**
 * The words of a query, by their stems.
 *
 * @param stems none where everything fits
 */
record QueryWords(Set<String> stems) {
  QueryWords(String query) {
    this(stemsOf(query));
  }

  static Set<String> stemsOf(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(PlacingForm::of)
        .collect(Collectors.toSet());
  }

  boolean allIn(String text) {
    return stems.isEmpty() || stemsOf(text).containsAll(stems);
  }

  boolean anyIn(String text) {
    if (stems.isEmpty()) {
      return true;
    }
    Set<String> found = stemsOf(text);
    return stems.stream().anyMatch(found::contains);
  }
}
