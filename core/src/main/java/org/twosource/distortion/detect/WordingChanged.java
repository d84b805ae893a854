package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.Cue;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.lexicon.Antonyms;
import org.twosource.report.Span;
import org.twosource.reuse.Edit;

/**
 * A word that became one of another meaning, without being a name, a number or a date: its opposite
 * ("a loss", "a profit"), or, in a sentence that is otherwise kept, a word that has nothing to do
 * with it. One word for one word, or two for two in their order, between neighbours that stayed;
 * what was reworded at length is not judged. Nouns and adjectives that have nothing to do with each
 * other name another thing; a verb has many senses ("beset", "hit"), so that one alone is a low
 * finding.
 */
public final class WordingChanged implements Detector {

  /** The share of the sentence that must stand for a foreign word to stand out. */
  private static final double MIN_KEPT = 0.75;

  /** Vectors in context below this have nothing to do with each other. */
  private static final double MAX_COSINE = 0.35;

  /** Below this no harmless substitute was seen; between the two a changed verb is a low one. */
  private static final double UNRELATED = 0.25;

  /** Content words replaced together that are still taken one by one. */
  private static final int MAX_WORDS = 2;

  private final Antonyms antonyms = Antonyms.standard();

  @Override
  public Kind kind() {
    return Kind.WORDING_CHANGED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < pair.before().size(); i++) {
      OptionalInt instead = instead(pair, i);
      if (instead.isPresent()) {
        judge(pair, i, instead.getAsInt()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Optional<Finding> judge(SentencePair pair, int i, int j) {
    String one = pair.before().normal(i);
    String two = pair.after().normal(j);
    if (antonyms.areOpposite(one, two) && isTurned(pair, i, j)) {
      return Optional.of(finding(pair, i, j, Severity.HIGH, 0.75, "its opposite"));
    }
    boolean foreign =
        pair.becameOf(i) == Edit.Kind.REPLACED
            && keptShare(pair) >= MIN_KEPT
            && cosine(pair, i, j) < MAX_COSINE;
    if (!foreign) {
      return Optional.empty();
    }
    boolean names = isNominal(pair.before(), i) && isNominal(pair.after(), j);
    Severity severity = names || cosine(pair, i, j) < UNRELATED ? Severity.MEDIUM : Severity.LOW;
    return Optional.of(finding(pair, i, j, severity, 0.5, "a word of another meaning"));
  }

  /** An opposite under a negation that came or went says the same. */
  private static boolean isTurned(SentencePair pair, int i, int j) {
    return isNegated(pair.before(), i) == isNegated(pair.after(), j);
  }

  /** Under a negation, or part of a phrase that holds one: "not clear" is a hedge. */
  private static boolean isNegated(Side side, int i) {
    Span word = side.token(i).span();
    return side.isUnder(i, Set.of(Cue.Kind.NEGATION))
        || side.cues(Cue.Kind.HEDGE).stream()
            .map(Cue::span)
            .anyMatch(phrase -> phrase.overlaps(word) && !word.contains(phrase));
  }

  private Finding finding(
      SentencePair pair, int i, int j, Severity severity, double confidence, String what) {
    Span from = pair.before().token(i).span();
    Span to = pair.after().token(j).span();
    return new Finding(
        kind(),
        Optional.of(from),
        Optional.of(to),
        severity,
        confidence,
        "“" + pair.before().words(from) + "” became “" + pair.after().words(to) + "”, " + what);
  }

  /** The content word that stands where word {@code i} stood. */
  private static OptionalInt instead(SentencePair pair, int i) {
    Edit.Kind became = pair.becameOf(i);
    if (became != Edit.Kind.REPLACED && became != Edit.Kind.SYNONYM || !isPlain(pair.before(), i)) {
      return OptionalInt.empty();
    }
    List<Integer> words =
        pair.replacement(i).stream().filter(j -> isPlain(pair.after(), j)).toList();
    List<Integer> own = own(pair, i);
    return words.size() == own.size() && own.size() <= MAX_WORDS
        ? OptionalInt.of(words.get(own.indexOf(i)))
        : OptionalInt.empty();
  }

  /** The content words under the edit that replaced word {@code i}. */
  private static List<Integer> own(SentencePair pair, int i) {
    Span word = pair.before().token(i).span();
    return pair.edits().stream()
        .filter(edit -> edit.before().contains(word))
        .flatMap(edit -> pair.before().in(edit.before()).stream())
        .filter(k -> isPlain(pair.before(), k))
        .toList();
  }

  private static boolean isNominal(Side side, int i) {
    return side.pos(i).equals("NOUN") || side.pos(i).equals("ADJ");
  }

  /** A content word in lower case that is no number, name or date. */
  private static boolean isPlain(Side side, int i) {
    Span word = side.token(i).span();
    return side.isContent(i)
        && side.token(i).text().equals(side.normal(i))
        && Character.isLetter(side.normal(i).codePointAt(0))
        && !DistortionWords.of(side.text()).numberScales().contains(side.normal(i))
        && side.text().mentions().stream().noneMatch(name -> name.span().overlaps(word))
        && side.text().timexes().stream().noneMatch(time -> time.span().overlaps(word));
  }

  /** The share of the longer side's words that stand on both. */
  private static double keptShare(SentencePair pair) {
    long kept = 0;
    for (int i = 0; i < pair.before().size(); i++) {
      kept += pair.counterpart(i).isPresent() ? 1 : 0;
    }
    return (double) kept / Math.max(1, Math.max(pair.before().size(), pair.after().size()));
  }

  private static double cosine(SentencePair pair, int i, int j) {
    Optional<float[]> one = pair.before().vector(i);
    Optional<float[]> two = pair.after().vector(j);
    if (one.isEmpty() || two.isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (int k = 0; k < one.get().length; k++) {
      sum += one.get()[k] * two.get()[k];
    }
    return sum;
  }
}
