package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;
import org.twosource.text.Token;

/** The quotations that are somebody's speech, with the speaker where one is found. */
final class QuotedSpeech implements SpeechRule {
  private final Text text;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  QuotedSpeech(Text text, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  @Override
  public List<Speech> find() {
    List<Speech> found = new ArrayList<>();
    Optional<Speech> last = Optional.empty();
    int lastParagraph = -2;
    int lastEnd = 0;
    for (Quote one : quoted) {
      Sentence home = sayings.sentenceAt(one.inside().start());
      Sentence end = sayings.sentenceAt(Math.max(one.inside().start(), one.inside().end() - 1));
      Optional<Saying> saying = sayingAround(one, home, end);
      boolean statement = isStatement(one, home, end);
      Optional<Speech> speech = Optional.empty();
      if (saying.isPresent() && (statement || wordCount(one) >= 2 && !isTitle(one))) {
        Saying said = saying.get();
        speech =
            Optional.of(
                new Speech(
                    Optional.of(said.source()),
                    Optional.of(said.cue()),
                    List.of(one.whole()),
                    statement ? SpeechRules.CONFIDENCE + .2 : SpeechRules.CONFIDENCE));
      } else if (statement) {
        boolean sameParagraph = home.paragraph() == lastParagraph;
        boolean goesOn = one.continues() && home.paragraph() <= lastParagraph + 2;
        boolean nextAlone =
            home.paragraph() == lastParagraph + 1 && startsParagraph(one, home) && lastEnd > 0;
        Optional<Speech> before = sameParagraph || goesOn || nextAlone ? last : Optional.empty();
        speech =
            Optional.of(
                new Speech(
                    before.flatMap(Speech::source),
                    Optional.empty(),
                    List.of(one.whole()),
                    sameParagraph || goesOn
                        ? SpeechRules.CONFIDENCE
                        : SpeechRules.CONFIDENCE - .2));
      }
      if (speech.isPresent()) {
        found.add(speech.get());
        last = speech;
        lastParagraph = home.paragraph();
        lastEnd = one.whole().end();
      }
    }
    return found;
  }

  /** Whether it is long enough, or shaped like, a statement, not a name or a scare quote. */
  private boolean isStatement(Quote one, Sentence home, Sentence end) {
    String inside = one.inside().in(text.body());
    boolean wholeSentence =
        one.whole().start() <= home.start() + 1 && one.whole().end() >= end.end() - 1;
    boolean ends = !inside.isEmpty() && ",.?!".indexOf(inside.charAt(inside.length() - 1)) >= 0;
    int count = wordCount(one);
    return count >= 7 || wholeSentence && count >= 2 || ends && count >= 4;
  }

  /** Whether all its longer words are capitalised, as in the name of a film or a book. */
  private boolean isTitle(Quote one) {
    return Arrays.stream(one.inside().in(text.body()).trim().split("\\s+"))
        .filter(word -> word.length() > 3)
        .allMatch(word -> !Character.isLowerCase(word.charAt(0)));
  }

  private int wordCount(Quote one) {
    return one.inside().in(text.body()).trim().split("\\s+").length;
  }

  private boolean startsParagraph(Quote one, Sentence home) {
    boolean first =
        home.index() == 0 || text.sentences().get(home.index() - 1).paragraph() != home.paragraph();
    return first && one.whole().start() <= home.start() + 1;
  }

  /** The saying that stands nearest to the quotation, in the sentences it touches. */
  private Optional<Saying> sayingAround(Quote one, Sentence home, Sentence end) {
    Optional<Saying> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    int last = Math.min(text.sentences().size() - 1, end.index() + 1);
    for (int i = Math.max(0, home.index() - 1); i <= last; i++) {
      Sentence sentence = text.sentences().get(i);
      if (sentence.paragraph() != home.paragraph() && sentence.paragraph() != end.paragraph()) {
        continue;
      }
      for (Saying saying : sayings.in(sentence)) {
        int distance = distance(one, home, end, saying);
        if (distance < least) {
          least = distance;
          best = Optional.of(saying);
        }
      }
    }
    return best;
  }

  private int distance(Quote one, Sentence home, Sentence end, Saying saying) {
    List<Token> tokens = saying.sentence().tokens();
    Span all = SayingReader.span(tokens, saying.first(), saying.last());
    boolean before = all.end() <= one.whole().start();
    int gap = before ? one.whole().start() - all.end() : all.start() - one.whole().end();
    if (gap < 0) {
      return Integer.MAX_VALUE;
    }
    String between =
        before
            ? text.body().substring(all.end(), one.whole().start())
            : text.body().substring(one.whole().end(), all.start());
    if (saying.sentence().index() < home.index()) {
      // only a sentence that announces: X said: "..."
      return between.strip().endsWith(":") ? gap : Integer.MAX_VALUE;
    }
    if (saying.sentence().index() > end.index() && gap > 4) {
      return Integer.MAX_VALUE;
    }
    return gap > 160 ? Integer.MAX_VALUE : gap + (before ? 3 : 0);
  }
}
