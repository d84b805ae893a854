package org.twosource.timeline;

import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Event;
import org.twosource.encode.Vectors;
import org.twosource.lexicon.Synonyms;
import org.twosource.lexicon.WordForm;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * One mention of something with a date, in one report.
 *
 * @param span the clause that tells of it; offsets into the report's body
 * @param part of the sentence that tells of it; offsets into the report's body
 * @param shown the words that tell of it, as they read alone
 * @param date as the mention gives it
 * @param event the event the date belongs to, where one was read
 * @param trigger stem of the word that names what was done; empty where it is not known
 * @param objects stems of the words for what it was done to; empty where none is named
 * @param told whether the clause tells of it, and does not only name it
 * @param words stems of the clause's content words, sorted, dates left out
 * @param context stems of the sentence's content words, sorted
 */
record DatedMention(
    Annotated annotated,
    int report,
    String family,
    Sentence sentence,
    Span span,
    Span part,
    String shown,
    PartialDate date,
    Event.Status status,
    Optional<Event> event,
    String trigger,
    Set<String> objects,
    boolean told,
    Set<String> words,
    Set<String> context) {

  /**
   * Whether two mentions of one date name the same doing: the same word for what is done or the
   * same kind of event, and an actor in common where both name one.
   */
  boolean isSameDoing(DatedMention other) {
    if (event.isEmpty() || other.event.isEmpty()) {
      return !trigger.isEmpty() && trigger.equals(other.trigger);
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

  /**
   * Whether the two tell of two doings though who does them and the day are the same: other verbs
   * done to other things, none of which can mean the same. "Closed the pier" and "opened a school".
   */
  boolean isOtherDoing(DatedMention other, Synonyms synonyms) {
    return !trigger.isEmpty()
        && !other.trigger.isEmpty()
        && !objects.isEmpty()
        && !other.objects.isEmpty()
        && !mayMeanTheSame(Set.of(trigger), Set.of(other.trigger), synonyms)
        && !mayMeanTheSame(objects, other.objects, synonyms);
  }

  private static boolean mayMeanTheSame(Set<String> some, Set<String> others, Synonyms synonyms) {
    return some.stream()
        .anyMatch(
            one ->
                others.contains(one)
                    || others.stream()
                        .anyMatch(two -> synonyms.share(WordForm.stem(one), WordForm.stem(two))));
  }

  /** Whether both are of one sentence. */
  boolean isOfSentence(DatedMention other) {
    return report == other.report && sentence.index() == other.sentence.index();
  }

  /** How alike the two sentences are to the encoder, -1 to 1; 0 without it. */
  double closeness(DatedMention other) {
    return Vectors.cosine(
        annotated.vectors().sentence(sentence.index()),
        other.annotated.vectors().sentence(other.sentence.index()));
  }

  /** The words it rests on. */
  Citation cite() {
    return annotated.report().cite(part);
  }
}
