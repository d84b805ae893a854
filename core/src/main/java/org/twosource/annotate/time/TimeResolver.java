package org.twosource.annotate.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.time.TimeGrammar.Slot;

/**
 * Works out the TIMEX3 value of a matched expression against the day of publication.
 *
 * <p>Operations, as the language files write them behind the type:
 *
 * <ul>
 *   <li>{@code calendar [d] [PART]}: year, month, day, weekday, season, day word, clock and part of
 *       the day as bound; d is -1 (last), 0 (this), 1 (next), or {@code tense}, the default
 *   <li>{@code time-of-day [PART]}: the bound clock or part of the day, on the day that the
 *       sentence named before it, else on that of publication
 *   <li>{@code unit k}: the bound unit of time, k away from now; {@code NUM} and {@code -NUM} for k
 *   <li>{@code duration n}: n of the bound unit; {@code NUM}, {@code X}
 *   <li>{@code quarter [k]}, {@code half [k]}: the bound ordinal; k counts years
 *   <li>{@code every}: a set of the bound unit or weekday
 *   <li>{@code year-ago}, {@code latest-quarter}: by the quarter the text speaks of
 *   <li>{@code unit-after k}: k units after the last day the text named
 *   <li>{@code quarter-of-year}: the quarter the text speaks of, in the bound year
 *   <li>{@code year-now}: the year of publication; {@code weekend}: the last or coming one
 *   <li>{@code decade}, {@code century}, {@code numeric}, {@code year-end}, {@code ref VALUE}
 * </ul>
 *
 * @param published the day everything is seen from; without it, what depends on it is left as X
 */
record TimeResolver(Optional<LocalDate> published) {

  /**
   * What the text named before.
   *
   * @param quarter the quarter it speaks of, such as {@code 2020-Q3}
   * @param day the last day, month or year it named, by its first day
   * @param ofSentence the last day that the sentence named
   */
  record Context(
      Optional<String> quarter, Optional<LocalDate> day, Optional<LocalDate> ofSentence) {}

  /** Where a sentence looks: by its tense and words of planning. */
  enum Direction {
    BACK,
    NEAREST,
    FORWARD
  }

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?::\\d{2})?\\s?([ap])?.*");

  /** The value, or empty text when it cannot be told. */
  String value(String[] action, Map<Slot, String> bound, Direction tense, Context context) {
    String argument = action.length > 2 ? action[2] : "";
    try {
      return switch (action[1]) {
        case "calendar" -> calendar(bound, argument, action.length > 3 ? action[3] : "", tense);
        case "time-of-day" ->
            context
                .ofSentence()
                .map(day -> day + "T" + time(bound, argument))
                .orElseGet(() -> calendar(bound, "", argument, tense));
        case "unit" -> unit(bound, argument);
        case "duration" -> duration(bound, argument);
        case "quarter" -> quarter(bound, "Q", argument, tense);
        case "half" -> quarter(bound, "H", argument, tense);
        case "every" -> every(bound);
        case "year-ago" -> yearAgo(context.quarter());
        case "unit-after" -> unitAfter(bound, argument, context.day());
        case "quarter-of-year" -> quarterOfYear(bound, context.quarter());
        case "year-now" -> published.map(day -> year(day.getYear())).orElse("");
        case "weekend" -> weekend(tense);
        case "latest-quarter" -> context.quarter().orElseGet(() -> latestQuarter());
        case "decade" -> bound.getOrDefault(Slot.DECADE, "");
        case "century" -> century(bound);
        case "numeric" -> numeric(bound.getOrDefault(Slot.DATE, ""));
        case "year-end" -> published.map(day -> day.getYear() + "-12-31").orElse("XXXX-12-31");
        case "ref" -> argument;
        default -> throw new IllegalArgumentException("time operation '" + action[1] + "'");
      };
    } catch (DateTimeException noSuchDay) {
      return "";
    }
  }

  private String calendar(Map<Slot, String> bound, String direction, String part, Direction tense) {
    String day = day(bound, direction, tense);
    String time = time(bound, part);
    if (time.isEmpty()) {
      return day;
    }
    return (day.isEmpty() ? "XXXX-XX-XX" : day) + "T" + time;
  }

  private String day(Map<Slot, String> bound, String direction, Direction tense) {
    Optional<Integer> year = number(bound, Slot.YEAR);
    Optional<Integer> month = number(bound, Slot.MONTH);
    Optional<Integer> day = number(bound, Slot.DAY);
    if (month.isPresent() && day.isPresent()) {
      return monthDay(year, month.get(), day.get(), direction, tense);
    }
    if (month.isPresent()) {
      return year.map(known -> known + String.format(Locale.ROOT, "-%02d", month.get()))
          .orElseGet(() -> month(month.get(), direction, tense));
    }
    if (bound.containsKey(Slot.SEASON)) {
      return season(year, bound.get(Slot.SEASON), direction, tense);
    }
    if (year.isPresent()) {
      return Integer.toString(year.get());
    }
    if (bound.containsKey(Slot.WEEKDAY)) {
      return weekday(Integer.parseInt(bound.get(Slot.WEEKDAY)), direction, tense);
    }
    int shift =
        number(bound, Slot.DAYREF)
            .orElse(direction.matches("-?\\d") ? Integer.parseInt(direction) : 0);
    return published.map(now -> now.plusDays(shift).toString()).orElse("");
  }

  private static Optional<Integer> number(Map<Slot, String> bound, Slot slot) {
    return Optional.ofNullable(bound.get(slot)).map(Integer::parseInt);
  }

  /**
   * A day of a month without its year: ten months ahead and two behind under a future, two ahead
   * and ten behind under a past tense, else the nearest.
   */
  private String monthDay(
      Optional<Integer> year, int month, int day, String direction, Direction tense) {
    if (year.isPresent()) {
      return LocalDate.of(year.get(), month, day).toString();
    }
    if (published.isEmpty()) {
      return String.format(Locale.ROOT, "XXXX-%02d-%02d", month, day);
    }
    LocalDate now = published.get();
    int back =
        switch (directed(direction, tense)) {
          case BACK -> direction.equals("-1") ? 365 : 305;
          case NEAREST -> 182;
          case FORWARD -> 60;
        };
    LocalDate first = now.minusDays(back);
    if (directed(direction, tense) == Direction.BACK && isLeapDay(month, day)) {
      return lastLeapDay(first.plusYears(1));
    }
    for (int candidate = first.getYear(); candidate <= first.getYear() + 4; candidate++) {
      if (YearMonth.of(candidate, month).isValidDay(day)) {
        LocalDate found = LocalDate.of(candidate, month, day);
        if (!found.isBefore(first)) {
          return found.toString();
        }
      }
    }
    return "";
  }

  private static boolean isLeapDay(int month, int day) {
    return month == 2 && day == 29;
  }

  private static String lastLeapDay(LocalDate before) {
    LocalDate day = before.minusDays(1);
    while (!isLeapDay(day.getMonthValue(), day.getDayOfMonth())) {
      day = day.minusDays(1);
    }
    return day.toString();
  }

  private static Direction directed(String direction, Direction tense) {
    return switch (direction) {
      case "-1" -> Direction.BACK;
      case "1" -> Direction.FORWARD;
      default -> tense;
    };
  }

  private String month(int month, String direction, Direction tense) {
    if (published.isEmpty()) {
      return String.format(Locale.ROOT, "XXXX-%02d", month);
    }
    YearMonth now = YearMonth.from(published.get());
    YearMonth first =
        switch (directed(direction, tense)) {
          case BACK -> now.minusMonths(direction.equals("-1") ? 12 : 11);
          case NEAREST -> now.minusMonths(6);
          case FORWARD -> direction.equals("1") ? now.plusMonths(1) : now;
        };
    YearMonth found = YearMonth.of(first.getYear(), month);
    return (found.isBefore(first) ? found.plusYears(1) : found).toString();
  }

  private String weekday(int weekday, String direction, Direction tense) {
    if (published.isEmpty()) {
      return "XXXX-WXX-" + weekday;
    }
    LocalDate now = published.get();
    int ahead = Math.floorMod(weekday - now.getDayOfWeek().getValue(), 7);
    int shift =
        switch (directed(direction, tense)) {
          case FORWARD -> direction.equals("1") && ahead == 0 ? 7 : ahead;
          case BACK -> ahead == 0 ? direction.equals("-1") ? -7 : 0 : ahead - 7;
          case NEAREST -> ahead > 3 ? ahead - 7 : ahead;
        };
    return now.plusDays(shift).toString();
  }

  /** Seasons by the northern calendar; winter is named by the year in which it begins. */
  private String season(Optional<Integer> year, String season, String direction, Direction tense) {
    if (year.isPresent() || published.isEmpty()) {
      return year.map(String::valueOf).orElse("XXXX") + "-" + season;
    }
    LocalDate now = published.get();
    int begins =
        switch (season) {
          case "SP" -> 3;
          case "SU" -> 6;
          case "FA" -> 9;
          default -> 12;
        };
    boolean begun = now.getMonthValue() >= begins;
    boolean running = begun && now.getMonthValue() < begins + 3;
    int shift =
        switch (direction) {
          case "-1" -> begun && !running ? 0 : -1;
          case "1" -> begun ? 1 : 0;
          case "0" -> 0;
          default ->
              tense == Direction.BACK && !begun
                  ? -1
                  : tense == Direction.FORWARD && begun && !running ? 1 : 0;
        };
    return now.getYear() + shift + "-" + season;
  }

  private static String time(Map<Slot, String> bound, String part) {
    String zone = bound.getOrDefault(Slot.ZONE, "").replace("local", "");
    if (bound.containsKey(Slot.CLOCK)) {
      Matcher clock = CLOCK.matcher(bound.get(Slot.CLOCK));
      if (clock.matches()) {
        int hour = Integer.parseInt(clock.group(1));
        if (clock.group(3) != null) {
          hour = hour % 12 + (clock.group(3).equals("p") ? 12 : 0);
        }
        String minute = clock.group(2) == null ? "00" : clock.group(2);
        return String.format(Locale.ROOT, "%02d:%s%s", hour, minute, zone);
      }
    }
    if (bound.containsKey(Slot.PART)) {
      return bound.get(Slot.PART);
    }
    String hour = bound.getOrDefault(Slot.NUM, "");
    if (part.equals("NUM")) {
      return hour.matches("\\d|1\\d|2[0-4]")
          ? String.format(Locale.ROOT, "%2s:00", hour).replace(' ', '0')
          : "";
    }
    return part;
  }

  private String unit(Map<Slot, String> bound, String argument) {
    String unit = bound.getOrDefault(Slot.UNIT, bound.getOrDefault(Slot.UNITS, ""));
    if (published.isEmpty() || unit.isEmpty()) {
      return "";
    }
    LocalDate now = published.get();
    double count =
        argument.endsWith("NUM")
            ? Double.parseDouble(bound.getOrDefault(Slot.NUM, "1"))
                * (argument.startsWith("-") ? -1 : 1)
            : Integer.parseInt(argument);
    long shift = (long) count;
    if (Math.abs(shift) > 4000) {
      return "";
    }
    return switch (unit) {
      case "Y" -> year(now.getYear() + shift);
      case "M" -> YearMonth.from(now).plusMonths(shift).toString();
      case "W" -> week(now.plusWeeks(shift));
      case "WE" -> week(now.plusWeeks(shift)) + "-WE";
      case "Q" -> quarterOf(now.plusMonths(3 * shift));
      case "D" -> now.plusDays(shift).toString();
      case "DE" -> year(now.getYear() + 10 * shift).substring(0, 3);
      case "CE" -> year(now.getYear() + 100 * shift).substring(0, 2);
      case "FY" -> year(now.getYear() + shift);
      default -> shift == 0 ? now.toString() : "";
    };
  }

  private String unitAfter(Map<Slot, String> bound, String argument, Optional<LocalDate> named) {
    return new TimeResolver(named.or(() -> published)).unit(bound, argument);
  }

  private static String quarterOfYear(Map<Slot, String> bound, Optional<String> quarter) {
    String year = bound.getOrDefault(Slot.YEAR, "");
    return quarter.map(spokenOf -> year + spokenOf.substring(4)).orElse(year);
  }

  private String weekend(Direction tense) {
    if (published.isEmpty()) {
      return "";
    }
    LocalDate now = published.get();
    boolean ended = now.getDayOfWeek().getValue() < 5 && tense != Direction.FORWARD;
    return week(ended ? now.minusWeeks(1) : now) + "-WE";
  }

  private static String year(long year) {
    return String.format(Locale.ROOT, "%04d", Math.max(0, year));
  }

  private static String week(LocalDate day) {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        day.get(IsoFields.WEEK_BASED_YEAR),
        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  private static String quarterOf(LocalDate day) {
    return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  private static String duration(Map<Slot, String> bound, String argument) {
    String count = argument.equals("NUM") ? bound.getOrDefault(Slot.NUM, "1") : argument;
    String unit = bound.getOrDefault(Slot.UNIT, bound.getOrDefault(Slot.UNITS, "Y"));
    if (unit.equals("Q") && count.matches("\\d+")) {
      return "P" + 3 * Long.parseLong(count) + "M";
    }
    if (unit.equals("DE") || unit.equals("CE")) {
      int years = unit.equals("DE") ? 10 : 100;
      return count.matches("\\d+") ? "P" + years * Long.parseLong(count) + "Y" : "P" + count + unit;
    }
    if (count.endsWith(".5") && unit.equals("Y")) {
      return "P" + count.substring(0, count.length() - 2) + "Y6M";
    }
    return switch (unit) {
      case "H" -> "PT" + count + "H";
      case "MIN" -> "PT" + count + "M";
      case "S" -> "PT" + count + "S";
      case "WE" -> "P" + count + "WE";
      case "FY" -> "P" + count + "Y";
      default -> "P" + count + unit;
    };
  }

  private String quarter(Map<Slot, String> bound, String letter, String argument, Direction tense) {
    int number = Integer.parseInt(bound.getOrDefault(Slot.ORD, "1"));
    if (number < 1 || number > (letter.equals("Q") ? 4 : 2)) {
      return "";
    }
    if (bound.containsKey(Slot.YEAR)) {
      return bound.get(Slot.YEAR) + "-" + letter + number;
    }
    if (published.isEmpty()) {
      return "XXXX-" + letter + number;
    }
    LocalDate now = published.get();
    int months = letter.equals("Q") ? 3 : 6;
    LocalDate begins = LocalDate.of(now.getYear(), (number - 1) * months + 1, 1);
    int shift;
    if (!argument.isEmpty()) {
      shift = Integer.parseInt(argument);
    } else if (tense == Direction.FORWARD) {
      shift = begins.plusMonths(months).isBefore(now.minusMonths(2)) ? 1 : 0;
    } else {
      shift = begins.isAfter(now) ? -1 : 0;
    }
    return now.getYear() + shift + "-" + letter + number;
  }

  private static String every(Map<Slot, String> bound) {
    String weekday = bound.getOrDefault(Slot.WEEKDAY, bound.getOrDefault(Slot.WEEKDAYS, ""));
    if (!weekday.isEmpty()) {
      String part = bound.getOrDefault(Slot.PART, "");
      return "XXXX-WXX-" + weekday + (part.isEmpty() ? "" : "T" + part);
    }
    if (bound.containsKey(Slot.PART)) {
      return "XXXX-XX-XXT" + bound.get(Slot.PART);
    }
    String unit = bound.getOrDefault(Slot.UNIT, "");
    return unit.equals("Q") ? "P1Q" : duration(bound, bound.getOrDefault(Slot.NUM, "1"));
  }

  private String yearAgo(Optional<String> quarterInText) {
    if (quarterInText.isPresent()) {
      String quarter = quarterInText.get();
      return Integer.parseInt(quarter.substring(0, 4)) - 1 + quarter.substring(4);
    }
    return published.map(now -> year(now.getYear() - 1L)).orElse("");
  }

  private String latestQuarter() {
    return published.map(now -> quarterOf(now.minusMonths(3))).orElse("");
  }

  private static String century(Map<Slot, String> bound) {
    int number = Integer.parseInt(bound.getOrDefault(Slot.ORD, "0"));
    return number < 2 || number > 30 ? "" : String.format(Locale.ROOT, "%02d", number - 1);
  }

  /** ISO dates, and three numbers with a stroke (month first) or full stops (day first). */
  private String numeric(String written) {
    if (written.length() >= 10 && written.charAt(4) == '-') {
      LocalDate day = LocalDate.parse(written.substring(0, 10));
      return written.length() == 10 ? day.toString() : day + "T" + written.substring(11).strip();
    }
    String[] numbers = written.split("[/.]");
    int first = Integer.parseInt(numbers[0]);
    int second = Integer.parseInt(numbers[1]);
    boolean dayFirst = written.contains(".") || first > 12;
    int year = Integer.parseInt(numbers[2]);
    if (year < 100) {
      year += year > 40 ? 1900 : 2000;
    }
    return LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second).toString();
  }
}
