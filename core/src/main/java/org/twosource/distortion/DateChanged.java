package org.twosource.distortion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.annotate.Timex;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;

/**
 * A date, time or duration that became another: "February 2016" became "February 2015". A coarser
 * or finer form of the same time is none, nor one that cannot be compared ("next month", "in May").
 */
final class DateChanged implements Detector {

  @Override
  public Kind kind() {
    return Kind.DATE_CHANGED;
  }

  @Override
  public List<Finding> find(SentencePair pair) {
    List<Timex> before = pair.before().text().timexesIn(pair.before().span());
    List<Timex> after = pair.after().text().timexesIn(pair.after().span());
    List<Finding> findings = new ArrayList<>();
    for (Timex time : before) {
      if (after.stream().anyMatch(other -> agree(pair, time, other))) {
        continue;
      }
      instead(pair, time, after)
          .filter(other -> differ(time, other) || isOtherUnit(pair, time, other))
          .filter(other -> before.stream().noneMatch(own -> agree(pair, own, other)))
          .ifPresent(other -> findings.add(finding(pair, time, other)));
    }
    return findings;
  }

  private Finding finding(SentencePair pair, Timex time, Timex other) {
    return new Finding(
        kind(),
        Optional.of(time.span()),
        Optional.of(other.span()),
        Severity.MEDIUM,
        0.8,
        "“"
            + pair.before().words(time.span())
            + "” became “"
            + pair.after().words(other.span())
            + "”");
  }

  /** The time expression that stands where {@code time} stood. */
  private static Optional<Timex> instead(SentencePair pair, Timex time, List<Timex> after) {
    List<Integer> words = pair.before().in(time.span());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> place = new ArrayList<>(pair.counterparts(words));
    words.forEach(i -> place.addAll(pair.replacement(i)));
    place.addAll(pair.gap(words.getFirst(), words.getLast(), 8));
    return after.stream()
        .filter(other -> pair.after().in(other.span()).stream().anyMatch(place::contains))
        .findFirst();
  }

  private static boolean agree(SentencePair pair, Timex one, Timex two) {
    String first = pair.before().words(one.span());
    String second = pair.after().words(two.span());
    if (first.equalsIgnoreCase(second)) {
      return true;
    }
    return !one.value().isEmpty()
        && !two.value().isEmpty()
        && (one.value().startsWith(two.value()) || two.value().startsWith(one.value()));
  }

  /** "last week" and "last year": the same but for one word, which is another one altogether. */
  private static boolean isOtherUnit(SentencePair pair, Timex one, Timex two) {
    List<Integer> words = pair.before().in(one.span());
    List<Integer> others = pair.after().in(two.span());
    if (words.size() < 2 || words.size() != others.size()) {
      return false;
    }
    int last = words.size() - 1;
    for (int k = 0; k < last; k++) {
      if (!pair.before().normal(words.get(k)).equals(pair.after().normal(others.get(k)))) {
        return false;
      }
    }
    return pair.counterpart(words.get(last)).isEmpty()
        && pair.origin(others.get(last)).isEmpty()
        && (one.date().isEmpty() || two.date().isEmpty());
  }

  /** Whether both have values on the same scale, so that they can contradict each other. */
  private static boolean differ(Timex one, Timex two) {
    if (one.type() == Timex.Type.SET || two.type() == Timex.Type.SET) {
      return false;
    }
    if (one.value().isEmpty() || two.value().isEmpty()) {
      return false;
    }
    return !one.value().startsWith(two.value())
        && !two.value().startsWith(one.value())
        && scale(one.value()).equals(scale(two.value()));
  }

  /** The shape of a value: P, PT, a reference, or how its calendar part is counted. */
  private static String scale(String value) {
    if (value.startsWith("P") && value.length() > 1) {
      return Character.isDigit(value.charAt(1)) ? "P" : value.startsWith("PT") ? "P" : "REF";
    }
    if (value.startsWith("FUTURE")) {
      return "REF";
    }
    return "CALENDAR";
  }
}
