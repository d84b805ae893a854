package org.twosource.annotate.speech;

import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * A cue outside quotations and the words that name the source.
 *
 * @param first first token of source and cue in the sentence
 * @param last one past their last token
 * @param phrase whether the cue is a phrase like "according to", not a verb
 */
record Saying(
    Sentence sentence,
    Span source,
    Span cue,
    int first,
    int last,
    boolean phrase,
    boolean sourceFirst) {

  /** The same source saying something else in the same sentence: "X said ..., adding ...". */
  Saying again(Span newCue, int at) {
    return new Saying(sentence, source, newCue, at, at + 1, false, true);
  }
}
