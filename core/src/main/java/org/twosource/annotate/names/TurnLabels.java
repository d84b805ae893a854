package org.twosource.annotate.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twosource.annotate.EntityType;
import org.twosource.report.Span;
import org.twosource.text.Text;
import org.twosource.text.Turn;

/**
 * The names in the labels of a transcript's turns: "DR. ANA MOSS, PILOT:" names Ana Moss, and
 * "UNIDENTIFIED MALE:" nobody. Safe for use by several threads.
 */
final class TurnLabels {
  private static final double SURE = .95;

  private final NameWords words;

  TurnLabels(NameWords words) {
    this.words = words;
  }

  /** The same names, in text order, with those of the labels as the labels have them. */
  List<Name> correct(Text text, List<Name> names) {
    List<Turn> turns = text.turns();
    if (turns.isEmpty()) {
      return names;
    }
    List<Name> corrected = new ArrayList<>(names);
    for (Turn turn : turns) {
      boolean house =
          names.stream().anyMatch(name -> isBody(name, turn)) && !isFullName(text.of(turn.name()));
      if (!house) {
        corrected.removeIf(name -> name.span().overlaps(turn.name()));
        person(text.body(), turn.name())
            .ifPresent(span -> corrected.add(new Name(span, EntityType.PERSON, SURE)));
      }
    }
    corrected.sort(null);
    return corrected;
  }

  /** "COURIER: When did the crane fall?" names the house that asks. */
  private static boolean isBody(Name name, Turn turn) {
    return name.type() == EntityType.ORGANIZATION && name.span().overlaps(turn.name());
  }

  private static boolean isFullName(String label) {
    return label.indexOf(' ') > 0;
  }

  private Optional<Span> person(String body, Span label) {
    int start = label.start();
    for (String word : label.in(body).split("\\s+")) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (words.unnamedSpeakers().contains(lower)) {
        return Optional.empty();
      }
      boolean leads = body.startsWith(word, start) && words.titles().containsKey(lower);
      start += leads ? word.length() + 1 : 0;
    }
    return start < label.end() ? Optional.of(new Span(start, label.end())) : Optional.empty();
  }
}
