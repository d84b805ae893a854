package org.twosource.distortion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Timex;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.report.PartialDate;

/**
 * A date, time or duration that became another: "February 2016" became "February 2015". A coarser
 * or finer form of the same time is none, nor one that cannot be compared ("next month", "in May").
 */
final class DateChanged implements Detector {

  private static final Pattern HOUR = Pattern.compile("(.*)T(\\d{2}).*");

  private static final Pattern DEICTIC =
      Pattern.compile("(?i)\\b(?:today|tonight|tomorrow|yesterday|last night|this \\w+)\\b");

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
        && (one.value().startsWith(two.value())
            || two.value().startsWith(one.value())
            || isHourOf(one.value(), two.value())
            || isHourOf(two.value(), one.value())
            || mayBeOneDay(first, one, second, two));
  }

  /** "11 am" and "11 in the morning", of which only "the morning" is a time expression. */
  private static boolean isHourOf(String hour, String part) {
    Matcher fine = HOUR.matcher(hour);
    int time = part.indexOf('T');
    if (!fine.matches() || time < 0 || !part.substring(0, time).equals(fine.group(1))) {
      return false;
    }
    int clock = Integer.parseInt(fine.group(2));
    return switch (part.substring(time + 1)) {
      case "MO" -> clock < 13;
      case "AF" -> clock >= 12 && clock < 19;
      case "EV" -> clock >= 16;
      case "NI" -> clock >= 18 || clock < 7;
      case "DT" -> true;
      default -> false;
    };
  }

  /**
   * "Saturday night" and "last night": words for a day that hang on the day of speaking, which need
   * not be that of printing, so a day more or less is no change.
   */
  private static boolean mayBeOneDay(String first, Timex one, String second, Timex two) {
    if (DEICTIC.matcher(first).find() == DEICTIC.matcher(second).find()) {
      return false;
    }
    Optional<LocalDate> a = day(one);
    Optional<LocalDate> b = day(two);
    return a.isPresent()
        && b.isPresent()
        && Math.abs(a.get().toEpochDay() - b.get().toEpochDay()) <= 1;
  }

  private static Optional<LocalDate> day(Timex timex) {
    return timex
        .date()
        .filter(date -> date.precision().compareTo(PartialDate.Precision.DAY) >= 0)
        .map(PartialDate::earliest);
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
