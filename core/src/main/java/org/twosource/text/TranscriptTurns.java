package org.twosource.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Span;

/**
 * The turns of a transcript or an interview: paragraphs that begin with who speaks, "MOSS: ...",
 * "ANA MOSS, HARBOUR MASTER (voice-over): ...", "Q: ...". One such line may be anything ("UPDATE:
 * ..."), so two speakers have to speak twice each, or one twice and two more once. A paragraph
 * without a name goes on in the turn before it and stays body. Beside turns a line in brackets and
 * capitals, "(COMMERCIAL BREAK)", is a note on the recording.
 */
final class TranscriptTurns {
  private static final int SPEAKERS = 2;
  private static final int TURNS_EACH = 2;
  private static final int SPEAKERS_OF_FEW_WORDS = 3;

  private static final String IN_CAPITALS =
      "(?:\\p{Lu}[\\p{Lu}.'’-]+|\\p{Lu}\\.?)(?:\\s[\\p{Lu}.'’-]+){0,4}";
  private static final String IN_SMALL = "\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3}";

  /** What stands between the name and the colon: "(D-Kelm)", ", PILOT OF THE M.V. SUND". */
  private static final String ADDITION =
      "(?:,\\s(?:[^:.!?]|(?<=\\b\\p{Lu}{1,4})\\.){2,90}|\\s\\([^):]{1,70}\\)|\\s\\[[^\\]:]{1,70}\\])";

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?<name>[QA]|" + IN_CAPITALS + "|" + IN_SMALL + ")" + ADDITION + "{0,3}:\\s+(?=\\S)");

  private static final Pattern NOTE =
      Pattern.compile(
          "^[(\\[](?:\\p{Lu}[\\p{Lu}\\s,'’-]{3,60}|\\d{1,2}:\\d\\d(?::\\d\\d)?)[)\\]]$");

  private TranscriptTurns() {}

  static void mark(List<BodyLine> lines, Part.Kind[] kinds) {
    Map<String, Integer> turns = new HashMap<>();
    for (int i = 0; i < kinds.length; i++) {
      label(lines.get(i), kinds[i]).ifPresent(name -> turns.merge(name, 1, Integer::sum));
    }
    long often = turns.values().stream().filter(count -> count >= TURNS_EACH).count();
    if (often < SPEAKERS && (often == 0 || turns.size() < SPEAKERS_OF_FEW_WORDS)) {
      return;
    }
    for (int i = 0; i < kinds.length; i++) {
      if (label(lines.get(i), kinds[i]).isPresent()) {
        kinds[i] = Part.Kind.TRANSCRIPT_TURN;
      } else if (NOTE.matcher(lines.get(i).text()).matches()) {
        kinds[i] = Part.Kind.BOILERPLATE;
      }
    }
  }

  /** The last word of the name, by which a speaker is called from his second turn on. */
  private static Optional<String> label(BodyLine line, Part.Kind kind) {
    if (kind != Part.Kind.BODY && kind != Part.Kind.HEADLINE) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(line.text());
    return label.find()
        ? Optional.of(label.group("name").replaceAll("^.*\\s", "").toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Where the label of a paragraph that is a turn ends, its colon included. */
  static int labelEnd(String body, Span turn) {
    Matcher label = LABEL.matcher(body).region(turn.start(), turn.end());
    return label.lookingAt() ? body.lastIndexOf(':', label.end()) + 1 : turn.start();
  }

  /** The name in a label. */
  static Optional<Span> name(String body, Span label) {
    Matcher found = LABEL.matcher(body.substring(label.start(), label.end()) + " x");
    return found.lookingAt()
        ? Optional.of(
            new Span(label.start() + found.start("name"), label.start() + found.end("name")))
        : Optional.empty();
  }
}
