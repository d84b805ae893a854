package org.twosource.lineage;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.report.PartialDate;
import org.twosource.reuse.Passage;

/**
 * Which way text went between two reports that share it, and why that is believed.
 *
 * @param reason in words; empty when unknown
 */
record Direction(Way way, String reason) {

  /** The ways. */
  enum Way {
    A_TO_B,
    B_TO_A,
    /** Both have it from a third text. */
    COMMON,
    UNKNOWN
  }

  static final String EARLIER = "published earlier";
  private static final String NAMES = " names ";
  private static final String SPOILED = "not the other way: ";
  private static final Direction UNKNOWN = new Direction(Way.UNKNOWN, "");

  /** All prose of one of them is in the other. */
  private static final double PRINT = .9;

  /** Both have nearly all of their prose in common: prints of one text. */
  private static final double SAME_TEXT = .8;

  /** Whether the one that was made from the other names its outlet. */
  boolean isNamed() {
    return (way == Way.A_TO_B || way == Way.B_TO_A) && reason.contains(NAMES);
  }

  /** Whether dates or marks of copying alone say so: a third report may explain it better. */
  boolean isWeak() {
    return (way == Way.A_TO_B || way == Way.B_TO_A)
        && (reason.startsWith(EARLIER) || reason.startsWith(SPOILED));
  }

  /**
   * Reads the direction from what the reports say of their origin, then from time. A wrong
   * direction is worse than none, so evidence that contradicts itself gives none.
   *
   * <ol>
   *   <li>Both are printings of one page: the later one is made from the earlier.
   *   <li>One report names the other's outlet, and not the other way round. If it is the older one,
   *       it has its text from an earlier one of that outlet, as the other has.
   *   <li>Both are pages of one outlet: the later one is made from the earlier.
   *   <li>One of them credits an agency for its text: both have it from the agency.
   *   <li>Both are prints of one text of one day.
   *   <li>One is older by a day or more, and not spoiled by copying where the other is sound.
   *   <li>Dates say nothing, and one alone is spoiled where the other is sound ({@link
   *       CopyTraces}).
   * </ol>
   */
  static Direction of(
      Annotated a, Annotated b, PairEvidence evidence, OutletNames names, Versions versions) {
    if (versions.isSamePage(a.id(), b.id())) {
      boolean later = versions.supersedes(a.id(), b.id());
      return new Direction(later ? Way.B_TO_A : Way.A_TO_B, "an earlier printing of the same page");
    }
    OutletName outletA = OutletName.of(a);
    OutletName outletB = OutletName.of(b);
    if (outletA.isSame(outletB)) {
      return byTime(a, b, "an earlier page of the same outlet");
    }
    // lists of links count where the text is a print: they head them "More from ..."
    boolean print = Math.max(evidence.shareA(), evidence.shareB()) >= PRINT;
    Optional<String> namesA = names.find(outletA, b, print).map(b.text()::of);
    Optional<String> namesB = names.find(outletB, a, print).map(a.text()::of);
    if (namesA.isPresent() != namesB.isPresent()) {
      Way way = namesA.isPresent() ? Way.A_TO_B : Way.B_TO_A;
      String named = namesA.or(() -> namesB).orElseThrow();
      String reason = (namesA.isPresent() ? b : a).id() + NAMES + named;
      Way stated = byTime(a, b, EARLIER).way();
      return stated == Way.UNKNOWN || stated == way
          ? new Direction(way, reason)
          : new Direction(Way.COMMON, reason + ", but is older: both go back to " + named);
    }
    Optional<String> agency = agency(a).or(() -> agency(b));
    if (agency.isPresent()) {
      return new Direction(Way.COMMON, "credit: " + agency.get());
    }
    boolean prints = Math.min(evidence.shareA(), evidence.shareB()) >= SAME_TEXT;
    Direction byTime = byTime(a, b, EARLIER);
    if (byTime.way() == Way.UNKNOWN && prints) {
      return new Direction(Way.COMMON, "two prints of one text");
    }
    Optional<String> traceA = CopyTraces.of(a, b, evidence.prose());
    Optional<String> traceB =
        CopyTraces.of(b, a, evidence.prose().stream().map(Passage::swapped).toList());
    if (byTime.way() == Way.UNKNOWN) {
      return byTraces(traceA, traceB);
    }
    return contradicts(byTime, traceA, traceB) ? UNKNOWN : byTime;
  }

  private static boolean contradicts(
      Direction byTime, Optional<String> traceA, Optional<String> traceB) {
    return byTime.way() == Way.A_TO_B
        ? traceA.isPresent() && traceB.isEmpty()
        : traceB.isPresent() && traceA.isEmpty();
  }

  private static Direction byTraces(Optional<String> traceA, Optional<String> traceB) {
    if (traceA.isPresent() == traceB.isPresent()) {
      return UNKNOWN;
    }
    return traceA
        .map(trace -> new Direction(Way.B_TO_A, SPOILED + trace))
        .orElseGet(() -> new Direction(Way.A_TO_B, SPOILED + traceB.orElseThrow()));
  }

  /** The agency that a report credits for its text; pictures do not count, nor its own outlet. */
  static Optional<String> agency(Annotated report) {
    Set<String> own =
        report.report().outlet().stream()
            .map(outlet -> outlet.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return report.text().credit().stream()
        .filter(credit -> !credit.matches("(?i).*\\b(images?|photos?|pictures?)\\b.*"))
        .filter(
            credit ->
                own.stream().noneMatch(outlet -> outlet.contains(credit.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  private static Direction byTime(Annotated a, Annotated b, String reason) {
    Optional<PartialDate> first = stated(a);
    Optional<PartialDate> second = stated(b);
    if (first.isEmpty() || second.isEmpty()) {
      return UNKNOWN;
    }
    long days = ChronoUnit.DAYS.between(first.get().latest(), second.get().earliest());
    long back = ChronoUnit.DAYS.between(second.get().latest(), first.get().earliest());
    if (days >= 1) {
      return new Direction(Way.A_TO_B, reason + ": " + first.get().iso());
    }
    return back >= 1 ? new Direction(Way.B_TO_A, reason + ": " + second.get().iso()) : UNKNOWN;
  }

  /** A date that the report itself bears; one guessed from other reports orders nothing. */
  private static Optional<PartialDate> stated(Annotated report) {
    return switch (report.text().published().from()) {
      case METADATA, URL, TEXT -> report.text().published().date();
      case SIBLINGS, AS_OF, UNKNOWN -> Optional.empty();
    };
  }
}
