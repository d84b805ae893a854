package org.twosource.claim.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Certainty;
import org.twosource.annotate.Cue;
import org.twosource.annotate.Event;
import org.twosource.annotate.Grammar;
import org.twosource.claim.Dispute;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * One event that one report tells as done and another as called off: "Thousands marched through the
 * town on Saturday" against "The union cancelled its march through the town"; or as planned, where
 * the other is of a later day and overtakes it. Done means a verb in a clause that is neither
 * negated nor a plan; called off means that the event's word hangs on a word that says so. Both
 * must be of one type (a plan need not) and one stem, on no two days, and share an entity or two
 * more content words. Needs grammar; without it nothing is found.
 */
public final class EventStatuses {
  private static final int MAX_DISPUTES = 3;

  /** Content words besides the event's own that two tellings must share, where no entity is. */
  private static final int SHARED_WORDS = 2;

  /** Days within which two tellings are of one occasion. */
  private static final int MAX_DAYS = 7;

  private final ContentWords contentWords;

  public EventStatuses(ContentWords contentWords) {
    this.contentWords = contentWords;
  }

  /**
   * One report's telling of an event.
   *
   * @param day of the event, or of the report where no day is given
   */
  private record EventTelling(
      Wording wording, Event event, String stem, Optional<LocalDate> day, State state) {

    /** A plan that was called off is overtaken. */
    ProposedSide said() {
      return ProposedSide.whole(wording, state.status.label()).supersededIf(state == State.PLANNED);
    }
  }

  private enum State {
    DONE(Event.Status.HELD),
    PLANNED(Event.Status.PLANNED),
    OFF(Event.Status.CANCELLED);

    private final Event.Status status;

    State(Event.Status status) {
      this.status = status;
    }
  }

  /** One question an event, in story order. */
  public List<Question> find(List<Wording> wordings) {
    List<EventTelling> tellings = new ArrayList<>();
    wordings.forEach(wording -> read(wording, tellings));
    List<Question> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (State state : List.of(State.DONE, State.PLANNED)) {
      for (EventTelling off : tellings) {
        for (EventTelling other : tellings) {
          if (off.state() == State.OFF
              && other.state() == state
              && found.size() < MAX_DISPUTES
              && areOne(off, other)
              && seen.add(off.stem())) {
            found.add(contested(off, other));
          }
        }
      }
    }
    return found;
  }

  /** Held against called off is open; a plan that a later report calls off is overtaken. */
  private static Question contested(EventTelling off, EventTelling other) {
    boolean first = off.wording().at() < other.wording().at();
    EventTelling a = first ? off : other;
    EventTelling b = first ? other : off;
    return new Question(
        List.of(a.wording(), b.wording()),
        List.of(
            new DisputedPair(
                    Dispute.Kind.STATUS,
                    other.state() == State.PLANNED
                        ? Dispute.Resolution.SUPERSEDED
                        : Dispute.Resolution.OPEN,
                    a.said(),
                    b.said())
                .between(0, 1)));
  }

  /** A plan and its end need not be of one type: to plan a visit is to agree to something. */
  private boolean areOne(EventTelling off, EventTelling done) {
    Wording a = off.wording();
    Wording b = done.wording();
    boolean plan = done.state() == State.PLANNED;
    if (a.report() == b.report()
        || !plan && !off.event().type().equals(done.event().type())
        || plan && !b.isOlderThan(a)
        || !off.stem().equals(done.stem())
        || a.isCopyOf(b)
        || a.looksBack()
        || b.looksBack()
        || !fit(off.day(), done.day())) {
      return false;
    }
    Set<String> entities = entities(off.event());
    Set<String> shared = new TreeSet<>(words(a));
    shared.retainAll(words(b));
    shared.remove(off.stem());
    return entities(done.event()).stream().anyMatch(entities::contains) && !shared.isEmpty()
        || shared.size() >= SHARED_WORDS;
  }

  private static boolean fit(Optional<LocalDate> a, Optional<LocalDate> b) {
    return a.isEmpty()
        || b.isEmpty()
        || Math.abs(a.get().toEpochDay() - b.get().toEpochDay()) <= MAX_DAYS;
  }

  private static Set<String> words(Wording wording) {
    Set<String> words = new TreeSet<>(wording.words());
    words.addAll(wording.context());
    return words;
  }

  private static Set<String> entities(Event event) {
    Set<String> entities = new TreeSet<>(event.actors());
    entities.addAll(event.recipients());
    event.place().ifPresent(entities::add);
    return entities;
  }

  private void read(Wording wording, List<EventTelling> tellings) {
    Sentence sentence = wording.sentence();
    Annotated annotated = wording.annotated();
    Optional<Grammar> syntax = annotated.syntax(sentence.index());
    if (syntax.isEmpty() || !sentence.part().isProse()) {
      return;
    }
    for (Event event : annotated.eventsIn(wording.span())) {
      int at = tokenAt(sentence.tokens(), event.trigger());
      if (at < 0 || event.type().isEmpty()) {
        continue;
      }
      State state = state(event);
      boolean told =
          switch (state) {
            case OFF -> hangsOnPostponement(annotated, sentence, syntax.get(), at);
            case PLANNED -> !event.negated() && !NegationDispute.holdsNegation(wording);
            case DONE -> isDone(wording, event, sentence.tokens(), syntax.get(), at);
          };
      if (told) {
        tellings.add(
            new EventTelling(
                wording,
                event,
                contentWords.stem(sentence.tokens().get(at).normal()),
                day(event, wording),
                state));
      }
    }
  }

  private static State state(Event event) {
    return switch (event.status()) {
      case CANCELLED -> State.OFF;
      case PLANNED -> State.PLANNED;
      default -> State.DONE;
    };
  }

  private static boolean isDone(
      Wording wording, Event event, List<Token> tokens, Grammar syntax, int at) {
    String word = tokens.get(at).normal();
    return !word.endsWith("ing")
        && (at == 0 || !tokens.get(at - 1).normal().equals("to"))
        && event.status() == Event.Status.HELD
        && !event.negated()
        && syntax.pos(at).equals("VERB")
        && wording.certainty() != Certainty.PLANNED
        && wording.certainty() != Certainty.POSSIBLE
        && wording.certainty() != Certainty.DENIED
        && !NegationDispute.holdsNegation(wording);
  }

  /** Whether what is called off is the event itself, not something beside it. */
  private static boolean hangsOnPostponement(
      Annotated annotated, Sentence sentence, Grammar syntax, int at) {
    int head = syntax.head(at);
    if (head < 0 || !syntax.relation(at).matches("obj|nsubj:pass|nsubj")) {
      return false;
    }
    Span verb = sentence.tokens().get(head).span();
    return annotated.cuesIn(sentence.span()).stream()
        .anyMatch(cue -> cue.kind() == Cue.Kind.POSTPONEMENT && cue.span().overlaps(verb));
  }

  private static Optional<LocalDate> day(Event event, Wording wording) {
    return event
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest)
        .or(wording::published);
  }

  private static int tokenAt(List<Token> tokens, Span trigger) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).span().overlaps(trigger)) {
        return at;
      }
    }
    return -1;
  }
}
