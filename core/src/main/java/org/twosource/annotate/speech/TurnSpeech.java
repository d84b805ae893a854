package org.twosource.annotate.speech;

import java.util.List;
import java.util.Optional;
import org.twosource.report.Span;
import org.twosource.text.Text;
import org.twosource.text.Turn;

/**
 * Turns of a transcript or an interview: who is named at the head says all of it. Within a turn
 * only what the speaker passes on of somebody else, with a verb of saying, is another's.
 */
final class TurnSpeech implements SpeechCorrection {
  private static final double CONFIDENCE = .95;

  private final Text text;
  private final SpeechWords words;
  private final SayingReader sayings;

  TurnSpeech(Text text, SpeechWords words, SayingReader sayings) {
    this.text = text;
    this.words = words;
    this.sayings = sayings;
  }

  @Override
  public void correct(List<Speech> found) {
    for (Turn turn : text.turns()) {
      found.removeIf(speech -> touches(speech, turn) && !isPassedOn(speech, turn));
      found.add(new Speech(Optional.of(turn.name()), Optional.empty(), turn.said(), CONFIDENCE));
    }
  }

  private static boolean touches(Speech speech, Turn turn) {
    return speech.content().stream()
        .anyMatch(
            span -> span.overlaps(turn.label()) || turn.said().stream().anyMatch(span::overlaps));
  }

  private boolean isPassedOn(Speech speech, Turn turn) {
    return speech.source().filter(source -> isIn(source, turn) && !isSpeaker(source)).isPresent()
        && speech.cue().filter(cue -> isIn(cue, turn) && sayings.isSaying(cue)).isPresent()
        && speech.content().stream().allMatch(span -> isIn(span, turn));
  }

  private static boolean isIn(Span span, Turn turn) {
    return turn.said().stream().anyMatch(said -> said.contains(span));
  }

  private boolean isSpeaker(Span source) {
    return words.isFirstPerson(source.in(text.body()));
  }
}
