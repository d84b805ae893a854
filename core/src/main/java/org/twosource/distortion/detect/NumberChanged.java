package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.twosource.annotate.Quantity;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.Span;

/**
 * A number that became another: "$5 billion" became "$5 million". Another way to write it, a
 * rounding, or a number left out is none; numbers of dates belong to {@link DateChanged}.
 */
public final class NumberChanged implements Detector {

  /** From this factor on the change is a high one. */
  private static final double HIGH_RATIO = 2;

  /** Figures from which on a number is written in groups, as telephones are. */
  private static final int LONG_FIGURE = 5;

  @Override
  public Kind kind() {
    return Kind.NUMBER_CHANGED;
  }

  /**
   * A quantity of one side.
   *
   * @param words the tokens of its number, counted from the start of the side
   */
  private record Stated(Quantity quantity, List<Integer> words) {
    boolean agrees(Stated other) {
      return quantity.agrees(other.quantity);
    }

    Span figure() {
      return quantity.figure();
    }
  }

  /** The numbers of a side in order; times of day belong to {@link DateChanged}. */
  private static List<Stated> numbers(Side side) {
    List<Stated> numbers = new ArrayList<>();
    for (Quantity quantity : side.text().quantitiesIn(side.span())) {
      List<Integer> words =
          IntStream.range(0, side.size())
              .filter(i -> side.token(i).span().overlaps(quantity.figure()))
              .boxed()
              .toList();
      boolean counts =
          quantity.kind() != Quantity.Kind.NONE
              && quantity.unit() != Quantity.Unit.TIME_OF_DAY
              && !words.isEmpty();
      if (counts) {
        numbers.add(new Stated(quantity, words));
      }
    }
    return numbers;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Stated> before = numbers(pair.before());
    List<Stated> after = numbers(pair.after());
    List<Finding> findings = new ArrayList<>();
    for (Stated number : before) {
      if (after.stream().anyMatch(number::agrees)) {
        overstated(pair, number, before, after).ifPresent(findings::add);
        continue;
      }
      instead(pair, number, after)
          .filter(other -> before.stream().noneMatch(other::agrees))
          .filter(other -> areOfOneKind(number.quantity(), other.quantity()))
          .filter(other -> !isOfOther(pair, number, other))
          .filter(other -> !isRegrouped(pair.before(), number, pair.after()))
          .filter(other -> !isRegrouped(pair.after(), other, pair.before()))
          .ifPresent(other -> findings.add(finding(pair, number, other)));
    }
    return findings;
  }

  /** "Third" in the place of "three" is another sentence, not another number. */
  private static boolean areOfOneKind(Quantity number, Quantity other) {
    return (number.kind() == Quantity.Kind.ORDINAL) == (other.kind() == Quantity.Kind.ORDINAL);
  }

  /** "Some 2,100" became "more than 2,100": the only such number of either side. */
  private Optional<Finding> overstated(
      SentencePair pair, Stated number, List<Stated> before, List<Stated> after) {
    boolean alone = before.stream().filter(number::agrees).count() == 1;
    List<Stated> same = after.stream().filter(number::agrees).toList();
    return alone && same.size() == 1 && number.quantity().isOverstatedBy(same.getFirst().quantity())
        ? Optional.of(bounded(pair, number, same.getFirst()))
        : Optional.empty();
  }

  /**
   * Whether the two count different things: "three years" beside "more than 50 charges". What is
   * counted stands right behind, and neither side's word has to do with the other's.
   */
  private static boolean isOfOther(SentencePair pair, Stated number, Stated other) {
    OptionalInt counted = counted(pair.before(), number);
    OptionalInt instead = counted(pair.after(), other);
    return counted.isPresent()
        && instead.isPresent()
        && pair.counterpart(counted.getAsInt()).isEmpty()
        && pair.origin(instead.getAsInt()).isEmpty()
        && !pair.standsFor(instead.getAsInt(), counted.getAsInt());
  }

  private static OptionalInt counted(Side side, Stated number) {
    int next = number.words().getLast() + 1;
    return next < side.size() && side.pos(next).equals("NOUN")
        ? OptionalInt.of(next)
        : OptionalInt.empty();
  }

  /** "0800 555111" and "0800 555 111": the same figures with other blanks. */
  private static boolean isRegrouped(Side side, Stated number, Side other) {
    String figures = side.words(number.figure()).replaceAll("\\D", "");
    return figures.length() >= LONG_FIGURE
        && other.span().in(other.body()).replaceAll("(?<=\\d)[\\s-](?=\\d)", "").contains(figures);
  }

  /** The number that stands where {@code number} stood. */
  private static Optional<Stated> instead(SentencePair pair, Stated number, List<Stated> after) {
    List<Integer> place = new ArrayList<>();
    number.words().forEach(i -> place.addAll(pair.replacement(i)));
    place.addAll(pair.gap(number.words().getFirst(), number.words().getLast(), 6));
    number.words().forEach(i -> pair.counterpart(i).ifPresent(place::add));
    return after.stream()
        .filter(other -> other.words().stream().anyMatch(place::contains))
        .findFirst();
  }

  private Finding finding(SentencePair pair, Stated number, Stated other) {
    boolean high = number.quantity().ratio(other.quantity()) >= HIGH_RATIO;
    return finding(pair, number.figure(), other.figure(), high ? Severity.HIGH : Severity.MEDIUM);
  }

  private Finding bounded(SentencePair pair, Stated number, Stated other) {
    return finding(pair, number.quantity().span(), other.quantity().span(), Severity.MEDIUM);
  }

  private Finding finding(SentencePair pair, Span before, Span after, Severity severity) {
    String from = pair.before().words(before);
    String to = pair.after().words(after);
    return new Finding(
        kind(),
        Optional.of(before),
        Optional.of(after),
        severity,
        0.85,
        "“" + from + "” became “" + to + "”");
  }
}
