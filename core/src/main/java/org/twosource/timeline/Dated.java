package org.twosource.timeline;

import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Event;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * One mention of something with a date, in one report.
 *
 * @param span the clause that tells of it; offsets into the report's body
 * @param date as the mention gives it
 * @param words stems of the clause's content words, sorted, dates left out
 * @param context stems of the sentence's content words, sorted
 */
record Dated(
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    Span span,
    PartialDate date,
    Event.Status status,
    Set<String> words,
    Set<String> context) {

  Citation cite() {
    return annotated.report().cite(sentence.span());
  }
}
