package org.twosource.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.twosource.annotate.Attribution;
import org.twosource.report.Span;
import org.twosource.reuse.LinearModel;
import org.twosource.text.Language;
import org.twosource.text.Token;

/**
 * How likely two sources know for themselves what both state: in their own voice, or from two
 * people. Most of what two reports both have from one informant is quoted, told as said, or put in
 * nearly the same words; a logistic regression weighs how much of that is seen ({@code
 * knowers.card.md}). Safe for use by several threads.
 */
public final class KnowerModel {
  /** What is weighed, of both statements and their sentences. */
  public static final List<String> FEATURES =
      List.of(
          "quoted, most",
          "quoted, least",
          "told as said",
          "shared words (Dice)",
          "both name an informant",
          "words for a record",
          "one speaks in both",
          "place in the report",
          "verbs of saying");

  /**
   * Below this nothing shows that two sources know it for themselves. Of 1,741 pairs that share a
   * statement, stories held out, 82 % of those above it do, and 80 % of those that do are above it;
   * of those that no rule of {@link Independence} joins 68 % did.
   */
  static final double APART = .60;

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> saying;
  private final Set<String> records;
  private final PublicActs acts;

  public KnowerModel(Language language) {
    this.saying = new LinkedHashSet<>(language.words("plain-speech"));
    for (String phrase : language.words("attribution-phrases")) {
      this.saying.add(NOT_LETTERS.split(phrase)[0]);
    }
    this.records = language.words("record-words");
    this.acts = new PublicActs(language);
  }

  /** The probability, 0 to 1, by the two wordings that are most alike. */
  double probability(List<Wording> one, List<Wording> other) {
    double alike = -1;
    double probability = 1;
    for (Wording a : one) {
      for (Wording b : other) {
        double shared = shared(a, b);
        if (shared > alike) {
          alike = shared;
          probability = Held.MODEL.probability(values(a, b));
        }
      }
    }
    return probability;
  }

  /** The values of {@link #FEATURES}. */
  public double[] values(Wording one, Wording other) {
    Set<String> speakers = speakers(one);
    speakers.retainAll(speakers(other));
    return new double[] {
      Math.max(one.quotedShare(), other.quotedShare()),
      Math.min(one.quotedShare(), other.quotedShare()),
      toldAsSaid(one) + toldAsSaid(other),
      shared(one, other),
      is(one.informant().isPresent() && other.informant().isPresent()),
      record(one) + record(other),
      is(!speakers.isEmpty()),
      (one.position() + other.position()) / 2,
      verbs(one) + verbs(other)
    };
  }

  /** The shared words of two statements over those of both, 0 to 1. */
  public static double shared(Wording one, Wording other) {
    Set<String> shared = new TreeSet<>(one.words());
    shared.retainAll(other.words());
    return 2.0 * shared.size() / Math.max(1, one.words().size() + other.words().size());
  }

  private double toldAsSaid(Wording wording) {
    String body = wording.annotated().body();
    return is(
        spoken(wording).stream()
            .flatMap(said -> said.cue().stream())
            .flatMap(cue -> NOT_LETTERS.splitAsStream(cue.in(body).toLowerCase(Locale.ROOT)))
            .anyMatch(saying::contains));
  }

  /** What somebody says in the sentence of a statement, or says of it. */
  private List<Attribution> spoken(Wording wording) {
    Span sentence = wording.sentence().span();
    return wording.annotated().attributions().stream()
        .filter(said -> !acts.isIn(wording.annotated(), said))
        .filter(
            said ->
                said.extent().overlaps(sentence)
                    || said.source().filter(sentence::contains).isPresent())
        .toList();
  }

  private Set<String> speakers(Wording wording) {
    Set<String> speakers = new TreeSet<>();
    spoken(wording).forEach(said -> said.entity().ifPresent(speakers::add));
    return speakers;
  }

  private double record(Wording wording) {
    return is(wording.sentence().tokens().stream().map(Token::normal).anyMatch(records::contains));
  }

  private double verbs(Wording wording) {
    return is(
        wording.sentence().tokens().stream()
            .filter(token -> wording.span().contains(token.span()))
            .map(Token::normal)
            .anyMatch(saying::contains));
  }

  private static double is(boolean so) {
    return so ? 1 : 0;
  }

  /** Read when first needed, and once. */
  private static final class Held {
    static final LinearModel MODEL =
        LinearModel.load("/org/twosource/weights/knowers.txt", FEATURES);
  }
}
