package org.twosource.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The turns of a transcript or an interview: paragraphs that begin with who speaks, "MOSS: ...",
 * "ANA MOSS, HARBOUR MASTER: ...", "Q: ...". One such line may be anything ("UPDATE: ..."), so two
 * speakers have to speak twice each. A paragraph without a name goes on in the turn before it and
 * stays body.
 */
final class TranscriptTurns {
  private static final int SPEAKERS = 2;
  private static final int TURNS_EACH = 2;

  private static final String IN_CAPITALS = "(?:\\p{Lu}[\\p{Lu}.'’-]+)(?:\\s[\\p{Lu}.'’-]+){0,4}";
  private static final String IN_SMALL = "\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3}";
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?<name>[QA]|"
              + IN_CAPITALS
              + "|"
              + IN_SMALL
              + ")(?:,\\s[^:.!?]{2,70}|\\s\\([^):]{2,70}\\))?:\\s+(?=\\S)");

  private TranscriptTurns() {}

  static void mark(List<BodyLine> lines, Part.Kind[] kinds) {
    Map<String, Integer> turns = new HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      label(lines.get(i), kinds[i]).ifPresent(name -> turns.merge(name, 1, Integer::sum));
    }
    if (turns.values().stream().filter(count -> count >= TURNS_EACH).count() < SPEAKERS) {
      return;
    }
    for (int i = 0; i < kinds.length; i++) {
      if (label(lines.get(i), kinds[i]).isPresent()) {
        kinds[i] = Part.Kind.TRANSCRIPT_TURN;
      }
    }
  }

  /** The last word of the name, by which a speaker is called from his second turn on. */
  private static Optional<String> label(BodyLine line, Part.Kind kind) {
    if (kind != Part.Kind.BODY) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(line.text());
    return label.find()
        ? Optional.of(
            label.group("name").replaceAll("^.*\\s", "").toUpperCase(java.util.Locale.ROOT))
        : Optional.empty();
  }
}
