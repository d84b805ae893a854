package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * A quotation that fills its sentences and whose paragraph names nobody beside it: whoever spoke
 * just before goes on. Nobody named only in a later paragraph speaks it.
 */
final class LoneQuotations implements SpeechCorrection {
  private final Text text;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  LoneQuotations(Text text, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  @Override
  public void correct(List<Speech> found) {
    for (Quote one : quoted) {
      Sentence home = sayings.sentenceAt(one.inside().start());
      Sentence end = sayings.sentenceAt(Math.max(one.inside().start(), one.inside().end() - 1));
      boolean alone =
          one.whole().start() <= home.start() + 1
              && one.whole().end() >= end.end() - 1
              && !isAnnounced(home);
      if (alone) {
        goOn(one, home, found);
      }
    }
  }

  /** Whether the sentence before ends in a colon: "X said:". */
  private boolean isAnnounced(Sentence home) {
    if (home.index() == 0) {
      return false;
    }
    Sentence before = text.sentences().get(home.index() - 1);
    return before.span().in(text.body()).strip().endsWith(":");
  }

  private void goOn(Quote one, Sentence home, List<Speech> found) {
    Optional<Speech> before = speakerBefore(one, home, found);
    List<Speech> apart = new ArrayList<>();
    for (int at = 0; at < found.size(); at++) {
      Speech speech = found.get(at);
      List<Span> inside = speech.content().stream().filter(one.whole()::contains).toList();
      List<Span> others = new ArrayList<>(speech.content());
      others.removeAll(inside);
      if (inside.isEmpty() || speech.source().filter(source -> stands(source, home)).isPresent()) {
        continue;
      }
      boolean later =
          speech.source().filter(source -> source.start() > one.whole().end()).isPresent();
      if (others.isEmpty() && (before.isPresent() || later)) {
        found.set(at, speech.withSource(before.flatMap(Speech::source), Optional.empty()));
      } else if (later) {
        found.set(at, speech.withContent(others));
        apart.add(
            new Speech(
                before.flatMap(Speech::source), Optional.empty(), inside, SpeechRules.CONFIDENCE));
      }
    }
    found.addAll(apart);
  }

  private boolean stands(Span source, Sentence home) {
    return paragraph(source.start()) == home.paragraph();
  }

  /** Who spoke last in this paragraph, or in the one before; nobody where that is not known. */
  private Optional<Speech> speakerBefore(Quote one, Sentence home, List<Speech> found) {
    Optional<Speech> last = Optional.empty();
    for (Speech speech : found) {
      Span content = speech.content().getLast();
      boolean near =
          content.end() <= one.whole().start()
              && home.paragraph() - paragraph(content.start()) <= 1
              && speech.confidence() > SpeechRules.MAX_INNER_CONFIDENCE;
      if (near
          && last.map(known -> known.content().getLast().end() <= content.end()).orElse(true)) {
        last = Optional.of(speech);
      }
    }
    return last.filter(
        speech -> speech.source().filter(who -> who.end() <= one.whole().start()).isPresent());
  }

  private int paragraph(int offset) {
    return text.sentenceAt(offset).map(Sentence::paragraph).orElse(-1);
  }
}
