package org.twosource.distortion.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.Quantity;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;

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

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Quantity> before = Quantity.of(pair.before());
    List<Quantity> after = Quantity.of(pair.after());
    List<Finding> findings = new ArrayList<>();
    for (Quantity number : before) {
      if (after.stream().anyMatch(number::agrees)) {
        continue;
      }
      instead(pair, number, after)
          .filter(other -> before.stream().noneMatch(other::agrees))
          .filter(other -> !isOfOther(pair, number, other))
          .filter(other -> !isRegrouped(pair.before(), number, pair.after()))
          .filter(other -> !isRegrouped(pair.after(), other, pair.before()))
          .ifPresent(other -> findings.add(finding(pair, number, other)));
    }
    return findings;
  }

  /**
   * Whether the two count different things: "three years" beside "more than 50 charges". What is
   * counted stands right behind, and neither side's word has to do with the other's.
   */
  private static boolean isOfOther(SentencePair pair, Quantity number, Quantity other) {
    OptionalInt counted = counted(pair.before(), number);
    OptionalInt instead = counted(pair.after(), other);
    return counted.isPresent()
        && instead.isPresent()
        && pair.counterpart(counted.getAsInt()).isEmpty()
        && pair.origin(instead.getAsInt()).isEmpty()
        && !pair.standsFor(instead.getAsInt(), counted.getAsInt());
  }

  private static OptionalInt counted(Side side, Quantity number) {
    int next = number.words().getLast() + 1;
    return next < side.size() && side.pos(next).equals("NOUN")
        ? OptionalInt.of(next)
        : OptionalInt.empty();
  }

  /** "0800 555111" and "0800 555 111": the same figures with other blanks. */
  private static boolean isRegrouped(Side side, Quantity number, Side other) {
    String figures = side.words(number.span()).replaceAll("\\D", "");
    return figures.length() >= LONG_FIGURE
        && other.span().in(other.body()).replaceAll("(?<=\\d)[\\s-](?=\\d)", "").contains(figures);
  }

  /** The number that stands where {@code number} stood. */
  private static Optional<Quantity> instead(
      SentencePair pair, Quantity number, List<Quantity> after) {
    List<Integer> place = new ArrayList<>();
    number.words().forEach(i -> place.addAll(pair.replacement(i)));
    place.addAll(pair.gap(number.words().getFirst(), number.words().getLast(), 6));
    number.words().forEach(i -> pair.counterpart(i).ifPresent(place::add));
    return after.stream()
        .filter(other -> other.words().stream().anyMatch(place::contains))
        .findFirst();
  }

  private Finding finding(SentencePair pair, Quantity number, Quantity other) {
    String from = pair.before().words(number.span());
    String to = pair.after().words(other.span());
    return new Finding(
        kind(),
        Optional.of(number.span()),
        Optional.of(other.span()),
        number.ratio(other) >= HIGH_RATIO ? Severity.HIGH : Severity.MEDIUM,
        0.85,
        "“" + from + "” became “" + to + "”");
  }
}
