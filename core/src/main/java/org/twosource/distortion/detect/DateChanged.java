package org.twosource.distortion.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.Timex;
import org.twosource.distortion.Detector;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.DistortionWords;
import org.twosource.distortion.Finding;
import org.twosource.distortion.SentencePair;
import org.twosource.distortion.Side;
import org.twosource.report.PartialDate;

/**
 * A date, time or duration that became another: "February 2016" became "February 2015". A coarser
 * or finer form of the same time is none, nor one that cannot be compared ("next month", "in May").
 */
public final class DateChanged implements Detector {

  private static final Pattern HOUR = Pattern.compile("(.*)T(\\d{2}).*");

  private static final Pattern DEICTIC =
      Pattern.compile("(?i)\\b(?:today|tonight|tomorrow|yesterday|last night|this \\w+)\\b");

  private static final String YEARLESS = "XXXX-";
  private static final String DAY = "(XXXX|[0-9]{4})-[0-9]{2}-[0-9]{2}";
  private static final String BREAK = "[^\\p{L}\\p{N}]+";

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
          .filter(other -> isAge(pair.before(), time) == isAge(pair.after(), other))
          .filter(other -> !isOfOther(pair, time, other))
          .filter(other -> before.stream().noneMatch(own -> agree(pair, own, other)))
          .ifPresent(other -> findings.add(finding(pair, time, other)));
    }
    return findings;
  }

  /**
   * Whether the two times are those of different things: "Sunday's game" beside "arrested on
   * Tuesday", where the arrest stands in both sentences.
   */
  private static boolean isOfOther(SentencePair pair, Timex time, Timex other) {
    int timed = governor(pair.before(), time);
    int instead = governor(pair.after(), other);
    if (timed < 0 || instead < 0) {
      return false;
    }
    boolean known = pair.counterpart(timed).isPresent() || pair.origin(instead).isPresent();
    return known && !pair.standsFor(instead, timed);
  }

  /** The word outside a time expression that it hangs on, -1 where none is known. */
  private static int governor(Side side, Timex time) {
    List<Integer> words = side.in(time.span());
    for (int i : words) {
      int head = side.head(i);
      if (head >= 0 && !words.contains(head)) {
        return head;
      }
    }
    return -1;
  }

  /** "A 60-year-old" is no other time than "41 years ago". */
  private static boolean isAge(Side side, Timex time) {
    String words = side.words(time.span()).toLowerCase(Locale.ROOT);
    return time.type() == Timex.Type.DURATION
        && DistortionWords.of(side.text()).ageEndings().stream().anyMatch(words::endsWith);
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
    if (first.equalsIgnoreCase(second) || holds(first, second) || holds(second, first)) {
      return true;
    }
    return !one.value().isEmpty()
        && !two.value().isEmpty()
        && (one.value().startsWith(two.value())
            || two.value().startsWith(one.value())
            || isSameDay(pair, one.value(), two.value())
            || one.days() > 0 && one.days() == two.days()
            || isHourOf(one.value(), two.value())
            || isHourOf(two.value(), one.value())
            || mayBeOneDay(first, one, second, two));
  }

  /** "Monday" and "Monday, May 19": the same words, to which the other adds the day of a month. */
  private static boolean holds(String words, String others) {
    List<String> more = new ArrayList<>(List.of(words.toLowerCase(Locale.ROOT).split(BREAK)));
    List<String> fewer = List.of(others.toLowerCase(Locale.ROOT).split(BREAK));
    boolean all = more.containsAll(fewer);
    more.removeAll(fewer);
    return all
        && fewer.stream().noneMatch(word -> word.matches("[0-9]+"))
        && more.stream().anyMatch(word -> word.matches("[0-9]{1,2}"))
        && more.stream().noneMatch(word -> word.matches("[0-9]{4}"));
  }

  /** "30 September 2003" and "Sept. 30" in a sentence that gives no year at all. */
  private static boolean isSameDay(SentencePair pair, String one, String two) {
    return one.matches(DAY)
        && two.matches(DAY)
        && tail(one).equals(tail(two))
        && (one.startsWith(YEARLESS) && hasNoYear(pair.before())
            || two.startsWith(YEARLESS) && hasNoYear(pair.after()));
  }

  private static boolean hasNoYear(Side side) {
    return side.text().timexesIn(side.span()).stream()
        .allMatch(time -> time.value().startsWith(YEARLESS));
  }

  private static String tail(String value) {
    return value.substring(YEARLESS.length());
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
