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
 * @param salience how much of it an impartial account would say, 0 to 1
 * @param steps of copying between its report and an origin
 * @param fromHead sentences of the report's body before it
 * @param family of its report
 * @param introduces people it names in full, by entity
 * @param mentions people it names by a part of their name only, by entity
 * @param flaw what speaks against using it
 */
record Extract(
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    String text,
    Set<String> words,
    double salience,
    int steps,
    int fromHead,
    Set<String> introduces,
    Set<String> mentions,
    Optional<String> flaw) {

  static final String DISTORTED = "distorted copy";
  static final String OVERTAKEN = "overtaken by a later report";
  static final String OF_OTHER_MATTER = "of another matter";

  Citation cite() {
    return annotated.report().cite(sentence.span());
  }

  /** How far down its report it stands: 0 at the head, 1 at the end. */
  double depth() {
    return (double) sentence.start() / Math.max(1, annotated.body().length());
  }

  /** Whether nothing speaks against using it. */
  boolean isSound() {
    return flaw.isEmpty();
  }

  /** Whether what it says stands, though it may read badly alone. */
  boolean isTrueToItsReport() {
    return flaw.filter(one -> one.equals(DISTORTED) || one.equals(OVERTAKEN)).isEmpty();
  }
}
