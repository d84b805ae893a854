package org.twosource.claim.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Clause;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Event;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.claim.Dispute;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/**
 * One event between two sides that reports of different families put on different days: the same
 * type of event, the same actor before its verb, the same counterpart after it. Each counterpart
 * goes with the next date behind it, so that in "meets the minister on Sunday and the envoy on
 * Monday" each has a day.
 */
public final class MeetingDays {
  private static final int MAX_DISPUTES = 4;

  /** Days apart at which two datings are of one occasion; beyond it there were two. */
  private static final int MAX_DAYS = 3;

  /**
   * One event with a counterpart on a day.
   *
   * @param distance characters between the counterpart and the date: the nearer, the surer
   */
  private record Dating(
      Wording wording, Span span, Timex date, LocalDate day, Event.Status status, int distance) {

    String words() {
      return date.span().in(wording.annotated().body());
    }

    boolean isPlan() {
      return status != Event.Status.HELD;
    }

    ProposedSide said() {
      return ProposedSide.of(wording, date);
    }
  }

  /** One question an event with datings that cannot both be right, in order of the events. */
  public List<Question> find(List<Wording> wordings) {
    Map<String, List<Dating>> byEvent = new TreeMap<>();
    Wording last = null;
    for (Wording wording : wordings) {
      if (last == null || wording.sentence() != last.sentence()) {
        last = wording;
        read(wording, wordings, byEvent);
      }
    }
    List<Question> found = new ArrayList<>();
    byEvent.values().forEach(datings -> contested(datings).ifPresent(found::add));
    return found;
  }

  private static void read(
      Wording first, List<Wording> wordings, Map<String, List<Dating>> byEvent) {
    Annotated annotated = first.annotated();
    Span sentence = first.sentence().span();
    List<Timex> days =
        annotated.timexesIn(sentence).stream().filter(timex -> day(timex).isPresent()).toList();
    if (days.isEmpty()) {
      return;
    }
    List<Event> events = annotated.eventsIn(sentence);
    List<Mention> mentions = annotated.mentionsIn(sentence);
    for (Event event : events) {
      if (event.type().isEmpty() || event.negated() || !isTold(event.status())) {
        continue;
      }
      Span clause = clause(annotated, event.trigger()).orElse(sentence).union(event.trigger());
      Optional<Mention> actor =
          mentions.stream()
              .filter(mention -> isPerson(mention))
              .filter(mention -> clause.contains(mention.span()))
              .filter(mention -> mention.span().end() <= event.trigger().start())
              .reduce((before, after) -> after);
      if (actor.isEmpty()) {
        continue;
      }
      for (Mention other : mentions) {
        boolean counterpart =
            isPerson(other)
                && other.form() != Mention.Form.PRONOUN
                && other.span().start() >= event.trigger().end()
                && !other.entity().equals(actor.get().entity());
        if (!counterpart) {
          continue;
        }
        Optional<Timex> date =
            days.stream().filter(timex -> timex.span().start() >= other.span().end()).findFirst();
        boolean interrupted =
            date.isEmpty()
                || events.stream()
                    .anyMatch(
                        between ->
                            between.trigger().start() >= event.trigger().end()
                                && between.trigger().end() <= date.get().span().start()
                                && !between.type().equals(event.type()));
        if (!interrupted) {
          String key =
              event.type().get()
                  + " "
                  + new TreeSet<>(Set.of(actor.get().entity(), other.entity()));
          Span span = clause.union(other.span()).union(date.get().span());
          wordings.subList(first.at(), wordings.size()).stream()
              .takeWhile(wording -> wording.sentence() == first.sentence())
              .filter(wording -> wording.span().overlaps(other.span()))
              .findFirst()
              .ifPresent(
                  wording ->
                      byEvent
                          .computeIfAbsent(key, any -> new ArrayList<>())
                          .add(
                              new Dating(
                                  wording,
                                  span,
                                  date.get(),
                                  day(date.get()).orElseThrow(),
                                  event.status(),
                                  date.get().span().start() - other.span().end())));
        }
      }
    }
  }

  private static boolean isTold(Event.Status status) {
    return status == Event.Status.HELD
        || status == Event.Status.PLANNED
        || status == Event.Status.POSSIBLE;
  }

  private static boolean isPerson(Mention mention) {
    return mention.type() == EntityType.PERSON && mention.form() != Mention.Form.DESCRIPTION;
  }

  private static Optional<Span> clause(Annotated annotated, Span trigger) {
    return annotated.clauses().stream()
        .map(Clause::span)
        .filter(span -> span.contains(trigger))
        .min(Comparator.comparingInt(Span::length));
  }

  private static Optional<LocalDate> day(Timex timex) {
    return timex
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest);
  }

  /** Datings in text order without those that only a change in copying can explain. */
  private static List<Dating> withoutCopyingChanges(List<Dating> surest) {
    Map<String, LocalDate> dayOf = new TreeMap<>();
    surest.forEach(one -> dayOf.putIfAbsent(one.wording().family(), one.day()));
    return surest.stream()
        .filter(one -> one.day().equals(dayOf.get(one.wording().family())))
        .toList();
  }

  private static Optional<Question> contested(List<Dating> all) {
    List<Dating> surest =
        withoutCopyingChanges(
            all.stream().sorted(Comparator.comparingInt(Dating::distance)).toList());
    List<Dating> sides = new ArrayList<>();
    List<Dispute> disputes = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    List<Dating[]> pairs = new ArrayList<>();
    for (int i = 0; i < surest.size(); i++) {
      for (int j = i + 1; j < surest.size(); j++) {
        Dating a = surest.get(i);
        Dating b = surest.get(j);
        if (differ(a, b) && seen.add(key(a, b)) && pairs.size() < MAX_DISPUTES) {
          pairs.add(new Dating[] {a, b});
        }
      }
    }
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    surest.stream()
        .filter(one -> surest.stream().anyMatch(other -> differ(one, other)))
        .sorted(
            Comparator.comparingInt((Dating one) -> one.wording().at())
                .thenComparingInt(Dating::distance))
        .forEach(sides::add);
    for (Dating[] pair : pairs) {
      disputes.add(
          new DisputedPair(
                  Dispute.Kind.DATE,
                  isUpdate(pair[0], pair[1])
                      ? Dispute.Resolution.SUPERSEDED
                      : Dispute.Resolution.OPEN,
                  pair[0].said().supersededIf(isUpdate(pair[0], pair[1]) && pair[0].isPlan()),
                  pair[1].said().supersededIf(isUpdate(pair[0], pair[1]) && pair[1].isPlan()))
              .between(Dispute.Between.REPORTS, sides.indexOf(pair[0]), sides.indexOf(pair[1])));
    }
    return Optional.of(
        new Question(
            sides.stream()
                .map(
                    one ->
                        one.wording()
                            .cutTo(
                                one.span(), one.wording().informant(), one.wording().certainty()))
                .toList(),
            disputes));
  }

  private static String key(Dating a, Dating b) {
    return a.day().isBefore(b.day()) ? a.day() + " " + b.day() : b.day() + " " + a.day();
  }

  private static boolean differ(Dating a, Dating b) {
    long apart = Math.abs(a.day().toEpochDay() - b.day().toEpochDay());
    return apart > 0
        && apart <= MAX_DAYS
        && !a.wording().family().equals(b.wording().family())
        && !a.words().equalsIgnoreCase(b.words());
  }

  /** A plan that a report of a later day tells as done on another day. */
  private static boolean isUpdate(Dating a, Dating b) {
    boolean plan = a.status() != Event.Status.HELD;
    if (plan == (b.status() != Event.Status.HELD)) {
      return false;
    }
    return plan ? a.wording().isOlderThan(b.wording()) : b.wording().isOlderThan(a.wording());
  }
}
