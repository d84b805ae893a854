package org.twosource.claim;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.annotate.Quantity.Bound;
import org.twosource.report.Span;

/**
 * A number that is stated, and of what.
 *
 * @param span the number with the words that bound it ("at least 90"); offsets into the report's
 *     body
 * @param figure the number alone, without bound and unit
 * @param value in the unit's base: metres, whole numbers, units of the currency
 * @param bound how the text bounds it
 * @param measure what sort of number it is: {@code count}, {@code money:$}, {@code percent}, {@code
 *     metre}, {@code year-old}, {@code minute} (of the day) ...
 * @param of what is counted, as stems: the noun ("girl"), and topics such as {@code #dead}
 */
public record Amount(
    Span span, Span figure, double value, Bound bound, String measure, Set<String> of) {
  public Amount {
    of = Set.copyOf(of);
  }

  /** Stems of the nouns that are counted, topics left out. */
  public Set<String> nouns() {
    return of.stream()
        .filter(word -> !word.startsWith("#"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The number with its measure, equal where the numbers are: {@code 15}, {@code 80 metre}. */
  public String answer() {
    String number = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return measure.equals("count") ? number : number + " " + measure;
  }

  /** Whether both are the same number, in other units perhaps. */
  public boolean isSameAs(Amount other) {
    return value == other.value
        || isConverted()
            && Math.abs(value - other.value)
                <= EXACT_SHARE * Math.max(Math.abs(value), Math.abs(other.value));
  }

  private boolean isConverted() {
    return measure.equals("metre") || measure.equals("kilogram");
  }

  /** Whether both numbers may be the same count put differently. */
  public boolean agreesWith(Amount other) {
    if (value == other.value) {
      return true;
    }
    if (measure.equals("minute")) {
      return Math.abs(value - other.value) <= (isRough() || other.isRough() ? ROUGH_MINUTES : 5);
    }
    if (leavesRoomFor(other) || other.leavesRoomFor(this)) {
      return true;
    }
    double larger = Math.max(Math.abs(value), Math.abs(other.value));
    double difference = Math.abs(value - other.value) / larger;
    if (isRough() || other.isRough()) {
      return difference <= ROUGH_SHARE;
    }
    return difference <= EXACT_SHARE && (isConverted() || isRounded() || other.isRounded());
  }

  /** "More than 10" leaves room for 12, "up to 500" for 430; far from it one would say more. */
  private boolean leavesRoomFor(Amount exact) {
    double share = exact.value / value;
    return exact.bound == Bound.EXACT
        && (bound.direction() > 0 && share >= 1 && share <= ROOM
            || bound.direction() < 0 && share <= 1 && share >= 1 / ROOM);
  }

  private boolean isRough() {
    return bound != Bound.EXACT;
  }

  /** "30" may stand for 32, "1,000" for 997; an age or a time may not. */
  private boolean isRounded() {
    return value >= 20 && value % 10 == 0 && !measure.equals("year-old");
  }

  /** "Around 200" and 197, "more than 270" and 276: a tenth. */
  private static final double ROUGH_SHARE = 0.10;

  private static final double EXACT_SHARE = 0.025;

  /** A quarter. */
  private static final double ROOM = 1.25;

  /** "About 5 a.m." and 5.10 a.m. */
  private static final int ROUGH_MINUTES = 15;
}
