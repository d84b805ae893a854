package org.twosource.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The phrases of one section of a language file that tell what a line is: each stands at the start
 * of a line, at its end, anywhere in it, or is the whole line.
 */
final class Phrases {
  private final List<String> starts = new ArrayList<>();
  private final List<String> ends = new ArrayList<>();
  private final List<String> anywhere = new ArrayList<>();
  private final Set<String> lines = new LinkedHashSet<>();

  Phrases(Map<String, String> section) {
    section.forEach(
        (phrase, place) -> {
          for (String one : place.split(",")) {
            switch (one.strip()) {
              case "end" -> ends.add(phrase);
              case "anywhere" -> anywhere.add(phrase);
              case "line" -> lines.add(phrase);
              default -> starts.add(phrase);
            }
          }
        });
  }

  /** Whether the whole line, apart from marks at its end, is one of the phrases. */
  boolean isLine(BodyLine line) {
    return lines.contains(line.bare()) || starts.contains(line.bare());
  }

  /** The longest phrase at the start of the line; the next letter may be a capital glued to it. */
  Optional<String> start(BodyLine line) {
    int at = Math.min(marks(line.normal()), line.normal().length());
    return starts.stream()
        .filter(phrase -> line.normal().startsWith(phrase, at))
        .filter(phrase -> line.endsWord(at + phrase.length()))
        .max(Comparator.comparingInt(String::length));
  }

  /** Dashes and stars before the first word: "- With assistance by ...". */
  private static int marks(String normal) {
    int at = 0;
    while (at < normal.length() && "-*• ".indexOf(normal.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  boolean matches(BodyLine line) {
    return isLine(line) || start(line).isPresent() || isInside(line);
  }

  /** Whether a phrase stands in the line or at its end. */
  boolean isInside(BodyLine line) {
    return anywhere.stream().anyMatch(line.normal()::contains)
        || ends.stream().anyMatch(line.bare()::endsWith);
  }

  /** The same of a stretch of the line: the phrase stands in it, or ends the line with it. */
  boolean isInside(String normal, String stretch) {
    return anywhere.stream().anyMatch(stretch::contains)
        || stretch.length() == normal.length() && ends.stream().anyMatch(normal::endsWith);
  }
}
