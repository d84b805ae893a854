package org.twosource.claim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/**
 * Two numbers of the same thing that cannot both be right. Rounding and bounds that fit are
 * wording; a toll that a report of a later day raises is an update.
 */
final class NumberDispute implements DisputeDetector {
  /** Likeness below which two unlabelled numbers are not taken to be of the same thing. */
  private static final double MIN_LIKENESS = 0.20;

  /** Topics whose numbers grow while an event unfolds. */
  private static final Set<String> TOLLS =
      Set.of("#dead", "#hurt", "#missing", "#arrested", "#evacuated", "#homeless");

  @Override
  public Optional<Found> find(Wording a, Wording b, double likeness) {
    Optional<Found> found = Optional.empty();
    for (Quantity one : a.quantities()) {
      for (Quantity other : b.quantities()) {
        if (!areOfTheSame(one, other, likeness)) {
          continue;
        }
        if (one.value() == other.value()) {
          return Optional.empty();
        }
        if (found.isEmpty()) {
          found = Optional.of(found(a, one, b, other));
        }
      }
    }
    return found;
  }

  private static Found found(Wording a, Quantity one, Wording b, Quantity other) {
    Dispute.Resolution resolution =
        one.agreesWith(other)
            ? Dispute.Resolution.WORDING
            : isUpdate(a, one, b, other) || isUpdate(b, other, a, one)
                ? Dispute.Resolution.SUPERSEDED
                : Dispute.Resolution.OPEN;
    return Found.of(Dispute.Kind.NUMBER, resolution, side(a, one), side(b, other));
  }

  private static boolean areOfTheSame(Quantity one, Quantity other, double likeness) {
    if (!one.measure().equals(other.measure())) {
      return false;
    }
    Set<String> topics = topics(one);
    Set<String> otherTopics = topics(other);
    if (!topics.isEmpty() && !otherTopics.isEmpty()) {
      topics.retainAll(otherTopics);
      return !topics.isEmpty() && likeness >= MIN_LIKENESS;
    }
    Set<String> nouns = QuantityReader.nouns(one);
    nouns.retainAll(QuantityReader.nouns(other));
    if (!nouns.isEmpty()) {
      return likeness >= MIN_LIKENESS;
    }
    return !one.measure().equals("count")
        && !one.measure().startsWith("money")
        && !one.measure().equals("percent")
        && likeness >= MIN_LIKENESS;
  }

  private static Set<String> topics(Quantity quantity) {
    return quantity.of().stream()
        .filter(word -> word.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isUpdate(Wording early, Quantity small, Wording late, Quantity large) {
    if (topics(small).stream().noneMatch(TOLLS::contains) || small.value() > large.value()) {
      return false;
    }
    Optional<LocalDate> before = day(early);
    Optional<LocalDate> after = day(late);
    return before.isPresent() && after.isPresent() && before.get().isBefore(after.get());
  }

  private static Optional<LocalDate> day(Wording wording) {
    return wording
        .annotated()
        .text()
        .published()
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest);
  }

  /** The number and the word after it. */
  private static String side(Wording wording, Quantity quantity) {
    String body = wording.annotated().body();
    int end = quantity.span().end();
    int limit = wording.span().end();
    if (quantity.measure().equals("count") && end < limit && body.charAt(end) == ' ') {
      int word = end + 1;
      while (word < limit && Character.isLetter(body.charAt(word))) {
        word++;
      }
      end = word > end + 1 ? word : end;
    }
    return new Span(quantity.span().start(), end).in(body).replaceAll("\\s+", " ");
  }
}
