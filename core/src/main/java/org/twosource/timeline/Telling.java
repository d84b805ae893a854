package org.twosource.timeline;

import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.encode.Vectors;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * Something a report tells as done without saying when.
 *
 * @param part of the sentence that tells of it; offsets into the report's body
 * @param trigger stem of the verb
 * @param words stems of the content words of the part, sorted
 */
record Telling(
    Annotated annotated, Sentence sentence, Span part, String trigger, Set<String> words) {

  /** How alike its sentence and that of a mention are to the encoder, -1 to 1; 0 without it. */
  double closeness(DatedMention mention) {
    return Vectors.cosine(
        annotated.vectors().sentence(sentence.index()),
        mention.annotated().vectors().sentence(mention.sentence().index()));
  }

  Citation cite() {
    return annotated.report().cite(part);
  }
}
