package org.twosource.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.twosource.annotate.Event;
import org.twosource.annotate.OtherMatter;
import org.twosource.report.Citation;
import org.twosource.report.PartialDate;

/**
 * A row of the timeline in the making; its first mention is the one nearest an origin.
 *
 * @param at its number, in the order in which it was begun
 * @param mentions grows while the timeline is built
 * @param tellings what tells of it without a day
 */
record EventDraft(int at, List<DatedMention> mentions, List<Citation> tellings) {
  /** Mentions that a further one is compared with. */
  private static final int MAX_COMPARED = 8;

  DatedMention first() {
    return mentions.getFirst();
  }

  /**
   * Whether running text of the story tells of it: pictures alone show what is worth no row, and so
   * does the next item of a page.
   */
  boolean isTold(OtherMatter otherMatter) {
    return mentions.stream()
        .filter(mention -> mention.sentence().part().isProse())
        .anyMatch(mention -> !otherMatter.is(mention.annotated(), mention.sentence()));
  }

  /** The mentions that others are compared with. */
  List<DatedMention> compared() {
    return mentions.subList(0, Math.min(MAX_COMPARED, mentions.size()));
  }

  double weight() {
    long reports = mentions.stream().map(DatedMention::report).distinct().count();
    long families = mentions.stream().map(DatedMention::family).distinct().count();
    double head =
        1 - first().span().start() / (double) Math.max(1, first().annotated().body().length());
    boolean exact = first().date().precision().compareTo(PartialDate.Precision.MONTH) >= 0;
    return 2 * Math.log1p(reports) + 3 * Math.log(families) + head + (exact ? 0.5 : 0);
  }

  /** The row that it makes. */
  Timeline.Entry entry() {
    Set<Citation> citations = new LinkedHashSet<>();
    Set<String> families = new LinkedHashSet<>();
    for (DatedMention mention : mentions) {
      citations.add(mention.cite());
      families.add(mention.family());
    }
    citations.addAll(tellings);
    return new Timeline.Entry(date(), text(), status(), List.copyOf(citations), families.size());
  }

  /** The sentence of what is shown. */
  String sentence() {
    return shown().sentence().span().in(shown().annotated().body()).strip();
  }

  /**
   * The words that are shown: of what happened those that tell of it, else the sentence, which says
   * what became of it.
   */
  String text() {
    return status() == Event.Status.HELD || status() == Event.Status.ALLEGED
        ? shown().shown()
        : sentence();
  }

  /** The mention that is shown: of running text, and rather one that tells of it by itself. */
  DatedMention shown() {
    return mentions.stream()
        .filter(mention -> mention.sentence().part().isProse())
        .min(Comparator.comparing((DatedMention mention) -> !mention.told()))
        .orElseGet(this::first);
  }

  /** The date most families give, of those the most precise, of those the earliest. */
  PartialDate date() {
    Map<PartialDate, Set<String>> families = new TreeMap<>();
    for (DatedMention mention : mentions) {
      families.computeIfAbsent(mention.date(), date -> new LinkedHashSet<>()).add(mention.family());
    }
    PartialDate.Precision finest =
        families.keySet().stream()
            .map(PartialDate::precision)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return families.entrySet().stream()
        .filter(entry -> entry.getKey().precision() == finest)
        .max(
            Comparator.comparingInt(
                    (Map.Entry<PartialDate, Set<String>> entry) -> entry.getValue().size())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /**
   * Held when a report that is not older than the plan says so; else as the nearest report says.
   */
  Event.Status status() {
    Event.Status nearest = first().status();
    if (nearest != Event.Status.PLANNED && nearest != Event.Status.POSSIBLE) {
      return nearest;
    }
    boolean held =
        mentions.stream()
            .anyMatch(
                mention ->
                    mention.status() == Event.Status.HELD
                        && !date().earliest().isAfter(published(mention))
                        && mention.date().precision() == date().precision()
                        && isNoCopy(mention, first()));
    return held ? Event.Status.HELD : nearest;
  }

  /** Whether a report is news after another: not older and, in one family, newer. */
  private static boolean isNoCopy(DatedMention mention, DatedMention first) {
    return mention.family().equals(first.family())
        ? published(mention).isAfter(published(first))
        : !published(mention).isBefore(published(first));
  }

  private static LocalDate published(DatedMention mention) {
    return mention
        .annotated()
        .text()
        .published()
        .date()
        .map(PartialDate::latest)
        .orElse(LocalDate.MIN);
  }
}
