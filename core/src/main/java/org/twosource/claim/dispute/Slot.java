package org.twosource.claim.dispute;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.EntityType;
import org.twosource.annotate.Mention;
import org.twosource.annotate.Timex;
import org.twosource.claim.Amount;
import org.twosource.claim.Wording;
import org.twosource.report.PartialDate;

/**
 * One slot that two wordings fill differently: the two fillers that stand most alike in their
 * sentences.
 *
 * @param alike cosine of the fillers in their sentences
 */
record Slot(Sort sort, double alike, ProposedSide a, ProposedSide b) {

  /** What fills it. */
  enum Sort {
    COUNT,
    MEASURE,
    DATE,
    PERSON,
    ORGANIZATION,
    PLACE
  }

  /** The most alike of two fillers that are not the same; empty where there are none. */
  static Optional<Slot> of(Sort sort, Wording a, Wording b, SlotWords wordsA, SlotWords wordsB) {
    Optional<Slot> best = Optional.empty();
    for (ProposedSide one : fillers(sort, a, b)) {
      for (ProposedSide other : fillers(sort, b, a)) {
        double alike = wordsA.filler(one.span(), wordsB, other.span());
        if (differ(sort, one, other) && (best.isEmpty() || alike > best.get().alike())) {
          best = Optional.of(new Slot(sort, alike, one, other));
        }
      }
    }
    return best;
  }

  private static List<ProposedSide> fillers(Sort sort, Wording of, Wording other) {
    return switch (sort) {
      case COUNT -> amounts(of, true);
      case MEASURE -> amounts(of, false);
      case DATE ->
          of.dates().stream()
              .filter(date -> date.type() != Timex.Type.DURATION)
              .map(date -> ProposedSide.of(of, date))
              .toList();
      case PERSON -> names(of, other, EntityType.PERSON);
      case ORGANIZATION -> names(of, other, EntityType.ORGANIZATION);
      case PLACE -> names(of, other, EntityType.PLACE);
    };
  }

  private static List<ProposedSide> amounts(Wording of, boolean counts) {
    return of.amounts().stream()
        .filter(amount -> amount.measure().equals("count") == counts)
        .map(amount -> ProposedSide.of(of, amount, amount.figure()))
        .toList();
  }

  /** Names that the other does not name too, who says it left out. */
  private static List<ProposedSide> names(Wording of, Wording other, EntityType type) {
    Set<String> others = new TreeSet<>();
    mentions(other, type).forEach(mention -> others.add(mention.entity()));
    return mentions(of, type).stream()
        .filter(mention -> mention.isName() && !others.contains(mention.entity()))
        .filter(mention -> !isSource(of, mention))
        .map(mention -> new ProposedSide(of, mention.span(), mention.entity(), false))
        .toList();
  }

  static List<Mention> mentions(Wording of, EntityType type) {
    return of.annotated().mentionsIn(of.span()).stream()
        .filter(mention -> mention.type() == type)
        .toList();
  }

  private static boolean isSource(Wording of, Mention mention) {
    return of.attribution()
        .flatMap(Attribution::source)
        .filter(source -> source.overlaps(mention.span()))
        .isPresent();
  }

  private static boolean differ(Sort sort, ProposedSide a, ProposedSide b) {
    return switch (sort) {
      case COUNT, MEASURE ->
          amount(a).flatMap(one -> amount(b).map(other -> areApart(one, other))).orElse(false);
      case DATE -> !a.answer().equals(b.answer()) && !isOneDay(a.answer(), b.answer());
      case PERSON, ORGANIZATION, PLACE -> true;
    };
  }

  private static boolean areApart(Amount one, Amount other) {
    return one.measure().equals(other.measure()) && !one.agreesWith(other);
  }

  /** The amount a filler is. */
  static Optional<Amount> amount(ProposedSide said) {
    return said.wording().amounts().stream()
        .filter(amount -> amount.figure().equals(said.span()))
        .findFirst();
  }

  /** "Monday" and "early Monday"; not two hours of one day. */
  private static boolean isOneDay(String one, String other) {
    Optional<LocalDate> first = day(one);
    boolean hours = one.contains("T") && other.contains("T");
    return first.isPresent() && first.equals(day(other)) && !hours;
  }

  private static Optional<LocalDate> day(String value) {
    int time = value.indexOf('T');
    return PartialDate.parse(time > 0 ? value.substring(0, time) : value)
        .map(PartialDate::earliest);
  }
}
