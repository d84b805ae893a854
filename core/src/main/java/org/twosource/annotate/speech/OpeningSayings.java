package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twosource.report.Span;
import org.twosource.text.Quote;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * Sayings right in front of a quotation: "asked by reporters to comment, X said “...”", "Y, for his
 * part, called it “...”". The quotation is theirs, not of who asked, nor of a part.
 */
final class OpeningSayings implements SpeechCorrection {
  /** The small word between the comma and "his part". */
  private static final Pattern OPENER = Pattern.compile("\\s*\\p{Ll}+\\s+");

  private final Text text;
  private final SpeechWords words;
  private final SayingReader sayings;
  private final List<Quote> quoted;

  OpeningSayings(Text text, SpeechWords words, SayingReader sayings, List<Quote> quoted) {
    this.text = text;
    this.words = words;
    this.sayings = sayings;
    this.quoted = quoted;
  }

  @Override
  public void correct(List<Speech> found) {
    for (int i = 0; i < found.size(); i++) {
      Speech speech = found.get(i);
      Optional<Span> speaker = speech.source().flatMap(this::ofOwnPart);
      if (speaker.isPresent()) {
        found.set(i, speech.withSource(speaker, speech.cue()));
      }
    }
    for (Quote one : quoted) {
      Sentence sentence = sayings.sentenceAt(one.whole().start());
      sayings.in(sentence).stream()
          .filter(saying -> opens(saying, one))
          .findFirst()
          .ifPresent(saying -> open(saying, one.whole(), found));
    }
  }

  private boolean opens(Saying saying, Quote quote) {
    return saying.sourceFirst()
        && saying.cue().end() <= quote.whole().start()
        && saying.source().end() <= saying.cue().start()
        && text.body()
            .substring(saying.cue().end(), quote.whole().start())
            .strip()
            .matches("[,:]?");
  }

  /** Gives the quotation to who says it, where who asks for it has so far all that follows. */
  private void open(Saying saying, Span quotation, List<Speech> found) {
    List<Integer> asking = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Speech speech = found.get(i);
      if (speech.content().stream().noneMatch(quotation::overlaps)) {
        continue;
      }
      boolean asked =
          speech.cue().filter(cue -> words.isInfinitive(cue.in(text.body()))).isPresent()
              && speech.content().getFirst().start() < saying.source().end()
              && speech.source().filter(saying.source()::overlaps).isEmpty();
      if (!asked) {
        return;
      }
      asking.add(i);
    }
    if (asking.isEmpty()) {
      return;
    }
    for (int i : asking) {
      found.set(i, found.get(i).withConfidenceBelow(SpeechRules.MAX_INNER_CONFIDENCE));
    }
    found.add(
        new Speech(
            Optional.of(saying.source()),
            Optional.of(saying.cue()),
            List.of(quotation),
            SpeechRules.CONFIDENCE + .2));
  }

  /** Ek of "Ek, for his part," where the source is his part. */
  private Optional<Span> ofOwnPart(Span source) {
    if (!words.isOwnPart(source.in(text.body()))) {
      return Optional.empty();
    }
    int start = sayings.sentenceAt(source.start()).start();
    int comma = text.body().lastIndexOf(',', source.start());
    boolean follows =
        comma > start && OPENER.matcher(text.body()).region(comma + 1, source.start()).matches();
    return follows ? Optional.of(new Span(start, comma)) : Optional.empty();
  }
}
