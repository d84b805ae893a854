package org.twosource.claim.dispute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twosource.annotate.Timex;
import org.twosource.claim.Dispute;
import org.twosource.claim.Wording;
import org.twosource.report.PartialDate;

/**
 * Two days for one thing, where each wording names one. Which of several days goes with whom is
 * asked by {@link MeetingDays}.
 */
public final class DateDispute implements DisputeDetector {
  /** Wordings less alike than this may well tell of two occasions. */
  private static final double MIN_LIKENESS = 0.50;

  /** Content words of a wording that tells more than a place and a day. */
  private static final int MIN_WORDS = 5;

  @Override
  public Optional<DisputedPair> find(Wording a, Wording b, double likeness) {
    List<Timex> first = days(a);
    List<Timex> second = days(b);
    if (first.isEmpty() || second.isEmpty() || a.report() == b.report()) {
      return Optional.empty();
    }
    boolean comparable =
        first.size() == 1 && second.size() == 1 && likeness >= MIN_LIKENESS && says(a) && says(b);
    return comparable ? found(a, first.getFirst(), b, second.getFirst()) : Optional.empty();
  }

  private static Optional<DisputedPair> found(Wording a, Timex one, Wording b, Timex other) {
    String first = one.span().in(a.annotated().body());
    String second = other.span().in(b.annotated().body());
    if (one.date().orElseThrow().agreesWith(other.date().orElseThrow())
        || first.equalsIgnoreCase(second)
        || nameOneWeekday(first, second)) {
      return Optional.empty();
    }
    return Optional.of(
        DisputedPair.open(Dispute.Kind.DATE, ProposedSide.of(a, one), ProposedSide.of(b, other)));
  }

  /** "Saturday afternoon" and "Saturday", which were resolved from different days. */
  public static boolean nameOneWeekday(String one, String other) {
    List<String> words = List.of(other.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    return Arrays.stream(one.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
        .anyMatch(word -> word.endsWith("day") && word.length() > 5 && words.contains(word));
  }

  private static boolean says(Wording wording) {
    return wording.words().size() >= MIN_WORDS && wording.sentence().part().isProse();
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
}
