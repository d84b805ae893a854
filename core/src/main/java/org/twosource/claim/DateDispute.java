package org.twosource.claim;

import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/**
 * Two days for one thing. Where a wording names several people and days ("the minister on Sunday
 * and the envoy on Monday"), each name goes with the next date after it in the clause; a dispute is
 * charged only between dates that go with the same name, or where each wording has one date alone.
 */
final class DateDispute implements DisputeDetector {
  /** Wordings less alike than this may well tell of two occasions. */
  private static final double MIN_LIKENESS = 0.50;

  /** Content words of a wording that tells more than a place and a day. */
  private static final int MIN_WORDS = 5;

  @Override
  public Optional<Found> find(Wording a, Wording b, double likeness) {
    List<Timex> first = days(a);
    List<Timex> second = days(b);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    if (first.size() == 1 && second.size() == 1) {
      return likeness >= MIN_LIKENESS && says(a) && says(b)
          ? found(a, first.getFirst(), b, second.getFirst())
          : Optional.empty();
    }
    for (String name : a.names()) {
      if (!b.names().contains(name)) {
        continue;
      }
      Optional<Timex> one = dateOf(a, name, first);
      Optional<Timex> other = dateOf(b, name, second);
      if (one.isPresent() && other.isPresent()) {
        Optional<Found> found = found(a, one.get(), b, other.get());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> found(Wording a, Timex one, Wording b, Timex other) {
    String first = one.span().in(a.annotated().body());
    String second = other.span().in(b.annotated().body());
    if (one.date().orElseThrow().agreesWith(other.date().orElseThrow())
        || first.equalsIgnoreCase(second)) {
      return Optional.empty();
    }
    return Optional.of(
        DisputeDetector.Found.of(Dispute.Kind.DATE, Dispute.Resolution.OPEN, first, second));
  }

  private static boolean says(Wording wording) {
    return wording.words().size() >= MIN_WORDS
        && wording.sentence().part() == org.twosource.text.Part.Kind.BODY;
  }

  /** Dates known to the day. */
  private static List<Timex> days(Wording wording) {
    return wording.dates().stream()
        .filter(
            date ->
                date.date()
                    .filter(day -> day.precision().compareTo(PartialDate.Precision.DAY) >= 0)
                    .isPresent())
        .toList();
  }

  /** The date after a name in the clause, unless the name opens it: then it does what is dated. */
  private static Optional<Timex> dateOf(Wording wording, String name, List<Timex> dates) {
    List<Mention> mentions = wording.annotated().mentionsIn(wording.span());
    Optional<Span> first = mentions.stream().map(Mention::span).findFirst();
    Optional<Span> last =
        mentions.stream()
            .filter(mention -> mention.entity().equals(name))
            .map(Mention::span)
            .reduce((before, after) -> after);
    if (last.isEmpty() || first.equals(last)) {
      return Optional.empty();
    }
    return dates.stream().filter(date -> date.span().start() >= last.get().end()).findFirst();
  }
}
