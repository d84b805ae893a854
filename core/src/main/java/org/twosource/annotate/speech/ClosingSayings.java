package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/**
 * Sayings behind a quotation that close its sentence: "“...,” X said", "Y wants “...” now, she told
 * us", "Y is to be “...,” according to X". The quotation is theirs, whoever else acts in the
 * sentence.
 */
final class ClosingSayings implements SpeechCorrection {
  /** A saying that closes its sentence has no more words behind it than "reporters on Monday". */
  private static final int MAX_CLOSING_TOKENS = 6;

  private final Text text;
  private final SpeechWords words;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  ClosingSayings(Text text, SpeechWords words, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  /**
   * Who says a quotation, named behind it at the end of its sentence.
   *
   * @param quotation with its marks
   */
  private record Closing(Speech speech, Span quotation) {}

  @Override
  public void correct(List<Speech> found) {
    for (Quote one : quoted) {
      Sentence end = sayings.sentenceAt(Math.max(one.inside().start(), one.inside().end() - 1));
      for (Saying saying : sayings.in(end)) {
        closing(one, end, saying).ifPresent(closing -> close(closing, found));
      }
    }
  }

  private Optional<Closing> closing(Quote one, Sentence end, Saying saying) {
    List<Token> tokens = end.tokens();
    int start = tokens.get(saying.first()).start();
    if (start < one.whole().end() || saying.source().end() < start) {
      return Optional.empty();
    }
    String inside = one.inside().in(text.body()).strip();
    String between = text.body().substring(one.whole().end(), start).strip();
    boolean comma = between.startsWith(",") || inside.matches("(?s).*[,?!]");
    boolean adjacent = comma && between.length() <= 1;
    boolean last = tokens.size() - saying.last() <= MAX_CLOSING_TOKENS;
    boolean alone =
        quoted.stream()
            .noneMatch(other -> other != one && other.whole().overlaps(new Span(start, end.end())));
    boolean trailing = between.endsWith(",") && last && alone && saying.sourceFirst();
    boolean phrase = saying.phrase() && alone && between.indexOf(':') < 0;
    if (saying.phrase() ? !phrase : !adjacent && !trailing) {
      return Optional.empty();
    }
    Speech speech =
        new Speech(
            Optional.of(saying.source()),
            Optional.of(saying.cue()),
            List.of(one.whole()),
            SpeechRules.CONFIDENCE + .2);
    return Optional.of(new Closing(speech, one.whole()));
  }

  /** "Pledged to improve it “...,” X said": what is promised is a doing, the words are X's. */
  private boolean isPromise(Speech speech) {
    int start = speech.content().getFirst().start();
    return sayings.sentenceAt(start).tokens().stream()
        .filter(token -> token.start() >= start)
        .findFirst()
        .filter(words::isInfinitive)
        .isPresent();
  }

  /**
   * Gives a quotation to the source named behind it, where so far somebody else has it who only
   * acts in the sentence: "Y wants “...” soon, she told us", "Y promised “...,” X said".
   */
  private void close(Closing closing, List<Speech> found) {
    Speech outer = closing.speech();
    Span source = outer.source().orElseThrow();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Speech speech = found.get(i);
      if (speech.content().stream().noneMatch(closing.quotation()::overlaps)) {
        continue;
      }
      boolean same = speech.source().isEmpty() || speech.source().get().overlaps(source);
      boolean said = speech.cue().map(sayings::isSaying).orElse(true) && !isPromise(speech);
      boolean behind =
          speech.source().map(own -> own.start() > closing.quotation().start()).orElse(false);
      boolean wider = speech.content().getFirst().start() < closing.quotation().start();
      if (same || said || behind || !wider) {
        return;
      }
      others.add(i);
    }
    if (others.isEmpty()) {
      return;
    }
    for (int i : others) {
      found.set(i, found.get(i).withConfidenceBelow(SpeechRules.MAX_INNER_CONFIDENCE));
    }
    found.add(outer);
  }
}
