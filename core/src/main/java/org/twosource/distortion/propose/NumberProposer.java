package org.twosource.distortion.propose;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.twosource.annotate.Quantity;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Side;

/**
 * A number of the copy that is none of those before, beside the one it may stand for; and one that
 * stands on both sides, bounded otherwise, another part of a whole, or counting something else.
 */
final class NumberProposer implements Proposer {
  private static final Set<String> NOMINAL = Set.of("NOUN", "PROPN", "PRON", "NUM");
  private static final double LEAST = 1e-6;
  private static final double MAX_POWERS = 3;
  private static final double HALF = .5;

  @Override
  public void propose(CopiedSentence reading, DraftProposals drafts) {
    replaced(reading, drafts);
    kept(reading, drafts);
  }

  private static void replaced(CopiedSentence reading, DraftProposals drafts) {
    List<Quantity> before = reading.numbers();
    List<Quantity> after = reading.numbersAfter();
    long openBefore =
        before.stream().filter(number -> after.stream().noneMatch(number::agrees)).count();
    for (Quantity number : reading.openNumbersAfter()) {
      List<Integer> to = reading.after().in(number.figure());
      Quantity best = null;
      ProposalEvidence evidence = reading.evidence();
      double bestFit = -1;
      for (Quantity other : before) {
        if ((other.kind() == Quantity.Kind.ORDINAL) != (number.kind() == Quantity.Kind.ORDINAL)) {
          continue;
        }
        List<Integer> from = reading.before().in(other.figure());
        boolean open = after.stream().noneMatch(other::agrees);
        boolean unit = other.unit() == number.unit();
        boolean place = reading.isInPlace(from, to);
        double counts = countedAlike(reading, other, number);
        double fit = (open ? 1 : 0) + (unit ? 1 : 0) + counts + (place ? 1 : 0);
        if (fit > bestFit) {
          bestFit = fit;
          best = other;
          evidence =
              reading
                  .evidence()
                  .set("same unit", unit)
                  .set("counts same", counts)
                  .set("in place", place)
                  .set("same head", reading.haveSameHead(from, to))
                  .set("ratio", powers(other, number))
                  .set(
                      "clash",
                      open
                          && unit
                          && isPlain(other)
                          && isPlain(number)
                          && !other.isSameFigure(number)
                          && counts >= HALF
                          && (place || reading.haveSameHead(from, to)))
                  .set("only open", openBefore == 1 && reading.openNumbersAfter().size() == 1)
                  .set("one", isOne(other) || isOne(number))
                  .set("same figure", other.isSameFigure(number))
                  .set("digits", areOneInDigits(other, number))
                  .set(
                      "both measured",
                      other.unit() != Quantity.Unit.NONE && number.unit() != Quantity.Unit.NONE)
                  .set("ordinal", other.kind() == Quantity.Kind.ORDINAL)
                  .set("role", other.role() != number.role())
                  .set("before elsewhere", !open)
                  .set("approximation", isRough(other))
                  .set("lost", number.bound() == Bound.EXACT)
                  .set("only one", before.size() == 1 && after.size() == 1);
        }
      }
      if (best != null) {
        drafts.add(Kind.NUMBER_CHANGED, best.figure(), number.figure(), evidence);
      }
    }
  }

  private static boolean isRough(Quantity number) {
    return number.bound() != Bound.EXACT || number.kind() == Quantity.Kind.VAGUE;
  }

  /** By how many powers of ten two numbers differ. */
  private static double powers(Quantity one, Quantity two) {
    return Math.min(MAX_POWERS, Math.abs(Math.log10(Math.max(LEAST, one.ratio(two)))));
  }

  /** "One" is as often a pronoun as a number. */
  private static boolean isOne(Quantity number) {
    return number.value().compareTo(BigDecimal.ONE) == 0;
  }

  private static boolean isPlain(Quantity number) {
    return number.kind() == Quantity.Kind.CARDINAL && !isOne(number);
  }

  /** Whether both have the same digits, the stop or the noughts elsewhere: 4.6 and 46. */
  private static boolean areOneInDigits(Quantity one, Quantity two) {
    return !one.isSameFigure(two) && digits(one).equals(digits(two));
  }

  private static String digits(Quantity number) {
    return number.value().abs().stripTrailingZeros().unscaledValue().toString();
  }

  private static void kept(CopiedSentence reading, DraftProposals drafts) {
    for (Quantity one : reading.numbers()) {
      for (Quantity two : reading.numbersAfter()) {
        double counts = one.agrees(two) ? countedAlike(reading, one, two) : 1;
        boolean bound = one.bound() != two.bound();
        boolean role = one.role() != two.role();
        boolean per = !one.measure().per().equals(two.measure().per());
        if (one.agrees(two) && (bound || role || per || counts < HALF)) {
          ProposalEvidence evidence =
              reading
                  .evidence()
                  .set("same entity", true)
                  .set("same unit", true)
                  .set("counts same", counts)
                  .set("role", role)
                  .set("other unit", per)
                  .set("only one", reading.numbers().size() == 1)
                  .set("approximation", one.bound() != Bound.EXACT)
                  .set("lost", two.bound() == Bound.EXACT)
                  .set("opposite", one.bound().direction() * two.bound().direction() < 0)
                  .set("ratio", one.bound().direction() - two.bound().direction());
          drafts.add(Kind.NUMBER_CHANGED, one.span(), two.span(), evidence);
        }
      }
    }
  }

  /** How alike what two numbers count is, 0 to 1. */
  private static double countedAlike(CopiedSentence reading, Quantity one, Quantity two) {
    OptionalInt i = counted(reading.before(), one);
    OptionalInt j = counted(reading.after(), two);
    if (i.isPresent() && j.isPresent()) {
      return reading.links().likenessOf(i.getAsInt(), j.getAsInt());
    }
    return i.isEmpty() && j.isEmpty() ? HALF : 0;
  }

  private static OptionalInt counted(Side side, Quantity number) {
    int last = side.in(number.figure()).getLast();
    int head = side.head(last);
    if (head >= 0 && NOMINAL.contains(side.pos(head))) {
      return OptionalInt.of(head);
    }
    int next = last + 1;
    return next < side.size() && side.pos(next).equals("NOUN")
        ? OptionalInt.of(next)
        : OptionalInt.empty();
  }
}
