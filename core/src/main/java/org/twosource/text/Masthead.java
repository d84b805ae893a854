package org.twosource.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The line above a text that names its outlet: "Valley Post, 9 September 2024", "Plateau Radio,
 * Wednesday 11 September 2024, 17:30", or the name alone over a line that is nothing but a date.
 * Without a date beside it a name is not told from a headline.
 */
final class Masthead {
  private static final int NAME_WORDS = 6;
  private static final int ALONE_WORDS = 4;
  private static final Set<String> SMALL_WORDS =
      Language.find("en").orElseThrow().words("small-words-of-names");

  private Masthead() {}

  /**
   * @param line a line above the prose, without a full stop
   * @param beforeDate whether the next line is nothing but a date, and another line stands above
   */
  static boolean is(BodyLine line, boolean beforeDate, Dates dates) {
    return name(line, beforeDate, dates).isPresent();
  }

  /** The name in such a line, which may also be that of a writer or a place. */
  static Optional<String> name(BodyLine line, boolean beforeDate, Dates dates) {
    String text = line.text();
    List<Dates.Found> found = dates.in(text);
    if (found.isEmpty()) {
      return Optional.of(text).filter(name -> beforeDate && isName(name, ALONE_WORDS));
    }
    int start = found.getFirst().start();
    return Optional.of(dates.withoutWeekdayAtEnd(text.substring(0, start)))
        .filter(name -> found.size() == 1 && start > 0 && isName(name, NAME_WORDS))
        .filter(name -> dates.isOnlyADate(text.substring(start)))
        .map(name -> name.replaceAll("[\\s,;|·–—-]+$", ""));
  }

  /** Whether every word of a text begins with a capital, but for the small words of names. */
  private static boolean isName(String text, int words) {
    int counted = 0;
    for (String word : text.split("[^\\p{L}\\p{N}'’&.]+")) {
      if (word.isEmpty()) {
        continue;
      }
      boolean small = counted > 0 && SMALL_WORDS.contains(word);
      if (!Character.isUpperCase(word.charAt(0)) && !Character.isDigit(word.charAt(0)) && !small) {
        return false;
      }
      counted++;
    }
    return counted > 0 && counted <= words;
  }
}
