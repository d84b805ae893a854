package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * A quotation with two sources in its sentence, one of which only passes it on: in “...,” the
 * letter reads, according to the Harrow Times, the words are the letter's; in "According to doctors
 * the bullet “was bent” when it hit, court sources said" they are the doctors'.
 */
final class PassedOnSayings implements SpeechCorrection {
  private static final int MAX_OPENING_TOKENS = 2;

  private final Text text;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  PassedOnSayings(Text text, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  @Override
  public void correct(List<Speech> found) {
    for (Quote one : quoted) {
      Sentence end = sayings.sentenceAt(Math.max(one.inside().start(), one.inside().end() - 1));
      List<Saying> here = sayings.in(end);
      speaker(one, end, here).ifPresent(saying -> give(one, saying, here, found));
    }
  }

  /** Who says the words, where another saying of the sentence passes them on. */
  private Optional<Saying> speaker(Quote one, Sentence end, List<Saying> here) {
    Optional<Saying> next =
        here.stream()
            .filter(saying -> !saying.phrase() && isNextTo(one, end, saying))
            .filter(
                saying ->
                    here.stream()
                        .anyMatch(other -> other.phrase() && other.first() >= saying.last() - 1))
            .findFirst();
    if (next.isPresent()) {
      return next;
    }
    return here.stream()
        .filter(saying -> saying.phrase() && saying.first() <= MAX_OPENING_TOKENS)
        .filter(saying -> saying.source().end() <= one.whole().start())
        .filter(
            saying ->
                here.stream()
                    .filter(other -> !other.phrase() && other.source().start() > one.whole().end())
                    .anyMatch(other -> !isNextTo(one, end, other)))
        .filter(
            saying ->
                here.stream()
                    .noneMatch(
                        other ->
                            !other.phrase()
                                && other.source().start() >= saying.source().end()
                                && other.cue().end() <= one.whole().start()))
        .findFirst();
  }

  /** Right behind the quotation, with nothing but a comma between. */
  private boolean isNextTo(Quote one, Sentence end, Saying saying) {
    List<Token> tokens = end.tokens();
    int start = tokens.get(saying.first()).start();
    return start >= one.whole().end()
        && text.body().substring(one.whole().end(), start).strip().length() <= 1;
  }

  private void give(Quote one, Saying saying, List<Saying> here, List<Speech> found) {
    List<Span> passing =
        here.stream().filter(other -> other != saying).map(Saying::source).toList();
    for (int i = 0; i < found.size(); i++) {
      Speech speech = found.get(i);
      boolean holds = speech.content().stream().anyMatch(one.inside()::overlaps);
      boolean passed =
          speech.source().filter(source -> passing.stream().anyMatch(source::overlaps)).isPresent();
      if (holds && passed) {
        found.set(i, speech.withConfidenceBelow(SpeechRules.MAX_INNER_CONFIDENCE));
      }
    }
    found.removeIf(
        speech ->
            speech.content().stream().allMatch(one.whole()::contains)
                && speech.source().filter(saying.source()::overlaps).isEmpty());
    found.add(
        new Speech(
            Optional.of(saying.source()),
            Optional.of(saying.cue()),
            List.of(one.whole()),
            SpeechRules.CONFIDENCE + .3));
  }
}
