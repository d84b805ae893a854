package org.twosource.brief;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Timex;
import org.twosource.report.PartialDate;
import org.twosource.text.Language;
import org.twosource.text.Sentence;

/**
 * Sentences that tell as present what was so on a day before the news of other reports: "rescuers
 * are trying to reach the boy", when a report of two days later is there.
 *
 * <p>A report is older than one published on a later day, and of two published on one day than one
 * whose opening names a later day as past. What it tells in the past tense stays true and is no old
 * news; what somebody said is told in the past.
 */
final class OldNews {
  private static final int OPENING_SENTENCES = 6;

  /** News that is more days apart than this belongs to different turns of a story. */
  private static final int MAX_DAYS = 7;

  private final Set<String> present;
  private final Map<String, Days> days = new HashMap<>();

  /**
   * When a report was published, and the last day before that which its opening names; the day of
   * publication where it names none.
   */
  private record Days(LocalDate published, LocalDate named) {
    boolean isOlderThan(Days other) {
      long later = ChronoUnit.DAYS.between(published, other.published);
      return later == 0 ? named.isBefore(other.named) : later > 0 && later <= MAX_DAYS;
    }
  }

  OldNews(Language language, List<Annotated> reports) {
    present = language.words("brief-present");
    for (Annotated report : reports) {
      days(report).ifPresent(found -> days.put(report.id(), found));
    }
  }

  private static Optional<Days> days(Annotated report) {
    Optional<LocalDate> published =
        report.text().published().date().filter(OldNews::isDay).map(PartialDate::earliest);
    if (published.isEmpty()) {
      return Optional.empty();
    }
    LocalDate named =
        report.sentences().stream()
            .filter(sentence -> sentence.part().isProse())
            .limit(OPENING_SENTENCES)
            .flatMap(sentence -> report.timexesIn(sentence.span()).stream())
            .map(Timex::date)
            .flatMap(Optional::stream)
            .filter(OldNews::isDay)
            .map(PartialDate::earliest)
            .filter(day -> !day.isAfter(published.get()))
            .filter(day -> ChronoUnit.DAYS.between(day, published.get()) <= MAX_DAYS)
            .max(LocalDate::compareTo)
            .orElse(published.get());
    return Optional.of(new Days(published.get(), named));
  }

  private static boolean isDay(PartialDate date) {
    return date.precision().compareTo(PartialDate.Precision.DAY) >= 0;
  }

  boolean is(Annotated report, Sentence sentence) {
    Days own = days.get(report.id());
    return own != null
        && days.values().stream().anyMatch(own::isOlderThan)
        && isToldAsPresent(report, sentence);
  }

  /** Whether the main verb of the sentence stands in the present or the present perfect. */
  private boolean isToldAsPresent(Annotated report, Sentence sentence) {
    return report.syntax(sentence.index()).stream()
        .flatMapToInt(tree -> tree.dependents(tree.root(), "aux.*|cop"))
        .anyMatch(at -> present.contains(sentence.tokens().get(at).normal()));
  }
}
