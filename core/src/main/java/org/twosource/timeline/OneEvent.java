package org.twosource.timeline;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.compare.StatementComparer;

/**
 * Makes one row of rows of one day that tell one event in other words.
 *
 * <p>"He postponed plans to visit in February" and "the trip planned for February was disrupted by
 * news of a balloon" share few words, so they are asked of the learned comparison: two rows are one
 * where their sentences surely share a statement. One story, one thread.
 */
final class OneEvent {
  /**
   * From here on, of sharing a statement: of 24 pairs of rows of one day above it, from 87 stories
   * read by eye, 23 tell one event; of the next 20, down to .84, half do.
   */
  private static final double ONE = .90;

  /** Pairs that are asked in one story, the weightiest rows first. */
  private static final int MAX_COMPARED = 60;

  private final StatementComparer comparer;

  OneEvent(StatementComparer comparer) {
    this.comparer = comparer;
  }

  /**
   * @param drafts the weightiest first
   * @return those that are left, in the same order; their mentions have grown
   */
  List<EventDraft> joined(List<EventDraft> drafts) {
    List<EventDraft> rows = new ArrayList<>();
    Set<EventDraft> gone = new HashSet<>();
    int compared = 0;
    for (EventDraft draft : drafts) {
      for (EventDraft row : rows) {
        if (!gone.contains(draft) && mayBeOne(row, draft) && compared < MAX_COMPARED) {
          compared++;
          if (isOne(row, draft)) {
            gone.add(draft);
            add(draft, row);
          }
        }
      }
      if (!gone.contains(draft)) {
        rows.add(draft);
      }
    }
    return rows;
  }

  private static boolean mayBeOne(EventDraft one, EventDraft other) {
    return one.date().equals(other.date())
        && kind(one.status()).equals(kind(other.status()))
        && nameInCommon(one.shown(), other.shown());
  }

  /** Whether both name one, or one of them nobody: the results of two firms are two. */
  private static boolean nameInCommon(DatedMention one, DatedMention other) {
    Set<String> own = named(one);
    Set<String> others = named(other);
    return own.isEmpty() || others.isEmpty() || !Collections.disjoint(own, others);
  }

  private static Set<String> named(DatedMention mention) {
    return mention.annotated().mentionsIn(mention.sentence().span()).stream()
        .filter(name -> name.type() != EntityType.OTHER)
        .map(Mention::entity)
        .collect(toSet());
  }

  /** What happened, what may, what did not: rows of two kinds are never one. */
  private static Set<Event.Status> kind(Event.Status status) {
    return switch (status) {
      case HELD, ALLEGED -> Set.of(Event.Status.HELD, Event.Status.ALLEGED);
      case PLANNED, POSSIBLE -> Set.of(Event.Status.PLANNED, Event.Status.POSSIBLE);
      case POSTPONED, CANCELLED -> Set.of(Event.Status.POSTPONED, Event.Status.CANCELLED);
      case REFUSED, DENIED -> Set.of(Event.Status.REFUSED, Event.Status.DENIED);
    };
  }

  private boolean isOne(EventDraft one, EventDraft other) {
    return one.sentence().equals(other.sentence())
        || comparer
            .compare(one.sentence(), other.sentence())
            .filter(both -> !both.cut() && both.shared() >= ONE)
            .isPresent();
  }

  /** The mention nearest an origin stays the first. */
  private static void add(EventDraft from, EventDraft to) {
    Set<DatedMention> all = new LinkedHashSet<>(to.mentions());
    all.addAll(from.mentions());
    List<DatedMention> ordered = new ArrayList<>(all);
    if (from.at() < to.at()) {
      ordered.sort(
          Comparator.comparing((DatedMention mention) -> !from.mentions().contains(mention)));
    }
    to.mentions().clear();
    to.mentions().addAll(ordered);
    to.tellings().addAll(from.tellings());
  }
}
