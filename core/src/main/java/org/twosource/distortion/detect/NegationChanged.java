package org.twosource.distortion.detect;

import static org.twosource.annotate.Cue.Kind.DENIAL;
import static org.twosource.annotate.Cue.Kind.NEAR_MISS;
import static org.twosource.annotate.Cue.Kind.NEGATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.report.Span;

/**
 * A statement turned into its opposite by a negation that went or came, alone ("was not found",
 * "was found") or inside a word ("unfortunately", "fortunately"). A negation that only changed its
 * form is none: "is not known", "is unknown".
 */
public final class NegationChanged implements Detector {
  private static final Set<Cue.Kind> NEGATIVE = Set.of(NEGATION, DENIAL, NEAR_MISS);

  @Override
  public Kind kind() {
    return Kind.NEGATION_CHANGED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<String> prefixes = DistortionWords.of(pair.before().text()).negativePrefixes();
    SentencePair back = pair.swapped();
    List<Finding> findings = new ArrayList<>();
    for (Cue.Kind kind : List.of(NEGATION, DENIAL)) {
      for (LostCue lost : LostCue.in(pair, kind, NEGATIVE)) {
        if (isPlain(pair, lost) && !isInsideWord(pair, lost, prefixes)) {
          findings.add(
              finding(lost.before(pair), lost.after(pair), "“" + lost.words(pair) + "” is gone"));
        }
      }
      for (LostCue gained : LostCue.in(back, kind, NEGATIVE)) {
        if (isPlain(back, gained) && !isInsideWord(back, gained, prefixes)) {
          findings.add(
              finding(
                  gained.after(back), gained.before(back), "“" + gained.words(back) + "” is new"));
        }
      }
    }
    findings.addAll(turnedWords(pair, prefixes));
    return findings;
  }

  private static Finding finding(Span before, Span after, String why) {
    return new Finding(
        Kind.NEGATION_CHANGED,
        Optional.of(before),
        Optional.of(after),
        Severity.HIGH,
        0.8,
        why + ", so the statement is turned");
  }

  /** Whether no word of its own meaning took the negation's place, as "missing" for "lacking". */
  private static boolean isPlain(SentencePair pair, LostCue lost) {
    return lost.instead().stream()
        .noneMatch(j -> pair.after().isContent(j) && pair.origin(j).isEmpty());
  }

  /** "not known" and "unknown": the negation moved into the word. */
  private static boolean isInsideWord(SentencePair pair, LostCue lost, List<String> prefixes) {
    int from = Math.max(0, lost.words().getFirst() - 3);
    int to = Math.min(pair.before().size() - 1, lost.words().getLast() + 4);
    for (int i = from; i <= to; i++) {
      for (int j = 0; j < pair.after().size(); j++) {
        if (pair.origin(j).orElse(i) == i
            && isNegated(pair.before().normal(i), pair.after().normal(j), prefixes)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Finding> turnedWords(SentencePair pair, List<String> prefixes) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < pair.before().size(); i++) {
      List<Integer> instead = pair.replacement(i);
      if (instead.size() != 1
          || pair.before().normal(i).equals(pair.after().normal(instead.getFirst()))) {
        continue;
      }
      int j = instead.getFirst();
      boolean turned =
          isNegated(pair.before().normal(i), pair.after().normal(j), prefixes)
              || isNegated(pair.after().normal(j), pair.before().normal(i), prefixes);
      boolean balanced = pair.before().isUnder(i, NEGATIVE) != pair.after().isUnder(j, NEGATIVE);
      if (turned && !balanced) {
        findings.add(
            finding(
                pair.before().token(i).span(),
                pair.after().token(j).span(),
                "the word became its opposite"));
      }
    }
    return findings;
  }

  private static boolean isNegated(String plain, String negated, List<String> prefixes) {
    return plain.length() > 3
        && prefixes.stream()
            .anyMatch(
                prefix -> negated.length() > plain.length() && negated.equals(prefix + plain));
  }
}
