package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * A quotation that goes on in the next paragraph, the mark before it never closed, has the speaker
 * it had; whom the paragraphs around it name changes nothing.
 */
final class QuotationRun implements SpeechCorrection {
  private final Text text;
  private final List<Quote> quoted;

  QuotationRun(Text text, List<Quote> quoted) {
    this.text = text;
    this.quoted = quoted;
  }

  @Override
  public void correct(List<Speech> found) {
    for (int i = 1; i < quoted.size(); i++) {
      if (quoted.get(i).continues()) {
        goOn(quoted.get(i - 1), quoted.get(i), found);
      }
    }
  }

  private void goOn(Quote before, Quote quote, List<Speech> found) {
    Optional<Span> speaker =
        found.stream()
            .filter(speech -> speech.content().stream().anyMatch(before.inside()::overlaps))
            .flatMap(speech -> speech.source().stream())
            .findFirst();
    if (speaker.isEmpty()) {
      return;
    }
    boolean covered = false;
    for (int at = 0; at < found.size(); at++) {
      Speech speech = found.get(at);
      if (speech.content().stream().anyMatch(quote.inside()::overlaps)) {
        covered = true;
        boolean alone = speech.content().stream().allMatch(quote.whole()::overlaps);
        if (alone && !namesItsOwn(speech, quote)) {
          found.set(
              at, new Speech(speaker, Optional.empty(), speech.content(), speech.confidence()));
        }
      }
    }
    if (!covered) {
      found.add(
          new Speech(speaker, Optional.empty(), List.of(quote.whole()), SpeechRules.CONFIDENCE));
    }
  }

  /** Whether the source stands in the paragraph of the quotation. */
  private boolean namesItsOwn(Speech speech, Quote quote) {
    return speech
        .source()
        .filter(source -> paragraph(source.start()) == paragraph(quote.inside().start()))
        .isPresent();
  }

  private int paragraph(int offset) {
    return text.sentenceAt(offset).map(Sentence::paragraph).orElse(-1);
  }
}
