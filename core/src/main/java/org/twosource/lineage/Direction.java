package org.twosource.lineage;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

  private static final String EARLIER = "published earlier";
  private static final Direction UNKNOWN = new Direction(Way.UNKNOWN, "");

  /** All prose of one of them is in the other. */
  private static final double PRINT = .9;

  /** Both have nearly all of their prose in common: prints of one text. */
  private static final double SAME_TEXT = .8;

  /** Whether it is known from dates alone. */
  boolean isWeak() {
    return (way == Way.A_TO_B || way == Way.B_TO_A) && reason.startsWith(EARLIER);
  }

  /**
   * Reads the direction from what the reports say of their origin, then from time. A wrong
   * direction is worse than none, so evidence that contradicts itself gives none.
   *
   * <ol>
   *   <li>One report names the other's outlet, and not the other way round.
   *   <li>Both are pages of one outlet: the later one is made from the earlier.
   *   <li>One of them credits an agency for its text: both have it from the agency.
   *   <li>Both are prints of one text of one day.
   *   <li>One is older by a day or more, and not spoiled by copying where the other is sound.
   * </ol>
   */
  static Direction of(Annotated a, Annotated b, PairEvidence evidence, OutletNames names) {
    OutletName outletA = OutletName.of(a);
    OutletName outletB = OutletName.of(b);
    if (outletA.isSame(outletB)) {
      return byTime(a, b, "an earlier page of the same outlet");
    }
    // lists of links count where the text is a print: they head them "More from ..."
    boolean print = Math.max(evidence.shareA(), evidence.shareB()) >= PRINT;
    Optional<String> namesA = names.find(outletA, b, print).map(b.text()::of);
    Optional<String> namesB = names.find(outletB, a, print).map(a.text()::of);
    if (namesA.isPresent() && namesB.isEmpty()) {
      return new Direction(Way.A_TO_B, b.id() + " names " + namesA.get());
    }
    if (namesB.isPresent() && namesA.isEmpty()) {
      return new Direction(Way.B_TO_A, a.id() + " names " + namesB.get());
    }
    Optional<String> agency = agency(a).or(() -> agency(b));
    if (agency.isPresent()) {
      return new Direction(Way.COMMON, "credit: " + agency.get());
    }
    boolean prints = Math.min(evidence.shareA(), evidence.shareB()) >= SAME_TEXT;
    Direction byTime = byTime(a, b, EARLIER);
    if (byTime.way() == Way.UNKNOWN) {
      return prints ? new Direction(Way.COMMON, "two prints of one text") : byTime;
    }
    boolean spoiledA =
        evidence.prose().stream().anyMatch(passage -> broken(a, passage, Passage::a));
    boolean spoiledB =
        evidence.prose().stream().anyMatch(passage -> broken(b, passage, Passage::b));
    boolean contradicts =
        byTime.way() == Way.A_TO_B ? spoiledA && !spoiledB : spoiledB && !spoiledA;
    return contradicts ? UNKNOWN : byTime;
  }

  private static boolean broken(
      Annotated report, Passage passage, Function<Passage, List<Integer>> side) {
    return side.apply(passage).stream().anyMatch(at -> report.sentences().get(at).broken());
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
