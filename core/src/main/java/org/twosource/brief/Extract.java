package org.twosource.brief;

import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.report.Citation;
import org.twosource.text.Sentence;

/**
 * A sentence of a report that could stand in a brief.
 *
 * @param text as it would stand: dateline and opening connective taken off
 * @param words stems of its content words, sorted
 * @param centrality how much of it other reports say too, 0 to 1
 * @param steps of copying between its report and an origin
 * @param fromHead sentences of the report's body before it
 * @param family of its report
 */
record Extract(
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    String text,
    Set<String> words,
    double centrality,
    int steps,
    int fromHead,
    Optional<String> flaw) {

  Citation cite() {
    return annotated.report().cite(sentence.span());
  }

  /** Whether nothing speaks against using it. */
  boolean isSound() {
    return flaw.isEmpty();
  }
}
