package org.twosource.timeline;

import java.util.Optional;
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
 * @param event the event the date belongs to, where one was read
 * @param trigger stem of the word that carries it; empty without an event
 * @param words stems of the clause's content words, sorted, dates left out
 * @param context stems of the sentence's content words, sorted
 */
record DatedMention(
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    Span span,
    PartialDate date,
    Event.Status status,
    Optional<Event> event,
    String trigger,
    Set<String> words,
    Set<String> context) {

  /**
   * Whether two mentions of one date name the same doing: the same word for what is done or the
   * same kind of event, and an actor in common where both name one.
   */
  boolean isSameDoing(DatedMention other) {
    if (event.isEmpty() || other.event.isEmpty()) {
      return false;
    }
    Event mine = event.get();
    Event theirs = other.event.get();
    boolean word = trigger.equals(other.trigger);
    boolean kind =
        mine.mode().isPresent()
            && mine.mode().equals(theirs.mode())
            && mine.type().equals(theirs.type());
    boolean open = mine.actors().isEmpty() || theirs.actors().isEmpty();
    return (word || kind) && (open || mine.actors().stream().anyMatch(theirs.actors()::contains));
  }

  Citation cite() {
    return annotated.report().cite(sentence.span());
  }
}
