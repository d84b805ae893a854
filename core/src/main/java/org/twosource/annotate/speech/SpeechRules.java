package org.twosource.annotate.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.twosource.text.Quote;
import org.twosource.text.Text;

/**
 * Finds speech by words: a verb of saying with the words before or after it that name who says it,
 * and phrases like "according to". For quotations the tagger missed, and for texts without a model.
 */
final class SpeechRules {
  static final double CONFIDENCE = .6;

  /** For a source inside what another source says. */
  static final double MAX_INNER_CONFIDENCE = .45;

  private final SpeechRule quotations;
  private final SpeechRule reported;
  private final List<SpeechRule> certain;
  private final List<SpeechCorrection> corrections;

  SpeechRules(Text text, SpeechWords words, List<Quote> quoted) {
    SayingReader sayings = new SayingReader(text, words, quoted);
    quotations = new QuotedSpeech(text, sayings, quoted);
    reported = new ReportedSpeech(text, words, sayings, quoted);
    certain = List.of(new NamingSpeech(text, words));
    corrections =
        List.of(
            new OpeningSayings(text, words, sayings, quoted),
            new ClosingSayings(text, words, sayings, quoted),
            new PartedSayings(text, sayings, quoted),
            new PassedOnSayings(text, sayings, quoted),
            new JudgingSpeech(words, sayings, quoted),
            new PossessedSpeech(words, sayings, quoted),
            new LoneQuotations(text, sayings, quoted),
            new QuotationRun(text, quoted),
            new TurnSpeech(text, words, sayings));
  }

  /** All speech that the rules find by verbs and phrases: quotations and reported speech. */
  List<Speech> find() {
    List<Speech> found = new ArrayList<>(quotations());
    found.addAll(reported.find());
    found.sort(Comparator.comparing(speech -> speech.content().getFirst()));
    return found;
  }

  /** The quotations that are somebody's speech. */
  List<Speech> quotations() {
    return quotations.find();
  }

  /** Speech in forms that leave no doubt. */
  List<Speech> certain() {
    return certain.stream().flatMap(rule -> rule.find().stream()).toList();
  }

  /** Corrects what the tagger and these rules found where a certain sign says otherwise. */
  void correct(List<Speech> found) {
    corrections.forEach(correction -> correction.correct(found));
  }
}
