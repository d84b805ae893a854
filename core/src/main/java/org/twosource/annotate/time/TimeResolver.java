package org.twosource.annotate.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.annotate.time.TimeGrammar.WordClass;
import org.twosource.report.PartialDate;

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
 *   <li>{@code year-ago}, {@code latest-quarter}: by the quarter the text speaks of, else by what
 *       was told before
 *   <li>{@code unit-after k}: k units after the last day the text named
 *   <li>{@code told k [PART]}: k bound units (days) after what was told before; {@code NUM} and
 *       {@code -NUM} for k
 *   <li>{@code told-weekday k}: the bound weekday before (-1) or after (1) that
 *   <li>{@code nth n [k]}: the n-th bound weekday, week or weekend of the bound month, or of the
 *       month k away; {@code ORD} for n, -1 is the last
 *   <li>{@code weekday-count k}: the k-th bound weekday before (-) or from now on; {@code -NUM},
 *       {@code +NUM} (one more)
 *   <li>{@code weekday-of-week k}: the bound weekday in the week k away
 *   <li>{@code holiday RULE [d]}: see {@link Holidays}
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
   * @param ofSentenceBefore the last day that the sentences shortly before named, {@link #OPEN_DAY}
   *     where that is long past: the hour may be of that day or of the news
   */
  record Context(
      Optional<String> quarter,
      Optional<LocalDate> day,
      Optional<String> ofSentence,
      Optional<String> ofSentenceBefore,
      Told told) {}

  /** A day that is not known. */
  static final String OPEN_DAY = "XXXX-XX-XX";

  /**
   * When what was told last happened, in the sentence or shortly before.
   *
   * @param day the last day
   * @param any the last day, month or year
   */
  record Told(Optional<PartialDate> day, Optional<PartialDate> any) {}

  /** Where a sentence looks: by its tense and words of planning. */
  enum Outlook {
    BACK,
    NEAREST,
    /** A present for what is to come, "talks resume": the coming weekday, the nearest month. */
    TIMETABLE,
    FORWARD
  }

  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?::\\d{2})?\\s?([ap])?.*");

  /** The value, or empty text when it cannot be told. */
  String value(String[] action, Map<WordClass, String> bound, Outlook tense, Context context) {
    String argument = action.length > 2 ? action[2] : "";
    try {
      return switch (action[1]) {
        case "calendar" -> calendar(bound, argument, action.length > 3 ? action[3] : "", tense);
        case "time-of-day" ->
            context
                .ofSentence()
                .or(() -> tense == Outlook.BACK ? context.ofSentenceBefore() : Optional.empty())
                .map(day -> day + "T" + time(bound, argument))
                .orElseGet(() -> calendar(bound, "", argument, tense));
        case "unit" -> unit(bound, argument);
        case "duration" -> duration(bound, argument);
        case "quarter" -> quarter(bound, "Q", argument, tense);
        case "half" -> quarter(bound, "H", argument, tense);
        case "every" -> every(bound);
        case "year-ago" -> yearAgo(context);
        case "unit-after" -> unitAfter(bound, argument, context.day());
        case "told" -> told(bound, action, context.told());
        case "told-weekday" -> toldWeekday(bound, argument, context.told());
        case "nth" -> nth(bound, argument, action.length > 3 ? action[3] : "", tense);
        case "weekday-count" -> weekdayCount(bound, argument);
        case "weekday-of-week" -> weekdayOfWeek(bound, argument);
        case "holiday" -> holiday(bound, argument, action.length > 3 ? action[3] : "", tense);
        case "quarter-of-year" -> quarterOfYear(bound, context.quarter());
        case "year-now" -> published.map(day -> year(day.getYear())).orElse("");
        case "weekend" -> weekend(tense);
        case "latest-quarter" -> context.quarter().orElseGet(() -> latestQuarter());
        case "decade" -> bound.getOrDefault(WordClass.DECADE, "");
        case "century" -> century(bound);
        case "numeric" -> numeric(bound.getOrDefault(WordClass.DATE, ""));
        case "year-end" -> published.map(day -> day.getYear() + "-12-31").orElse("XXXX-12-31");
        case "ref" -> argument;
        default -> throw new IllegalArgumentException("time operation '" + action[1] + "'");
      };
    } catch (DateTimeException noSuchDay) {
      return "";
    }
  }

  private String calendar(
      Map<WordClass, String> bound, String direction, String part, Outlook tense) {
    String day = day(bound, direction, tense);
    String time = time(bound, part);
    if (time.isEmpty()) {
      return day;
    }
    return (day.isEmpty() ? "XXXX-XX-XX" : day) + "T" + time;
  }

  private String day(Map<WordClass, String> bound, String direction, Outlook tense) {
    Optional<Integer> year = number(bound, WordClass.YEAR);
    Optional<Integer> month = number(bound, WordClass.MONTH);
    Optional<Integer> day = number(bound, WordClass.DAY);
    if (month.isPresent() && day.isPresent()) {
      return monthDay(year, month.get(), day.get(), direction, tense);
    }
    if (month.isPresent()) {
      return year.map(known -> known + String.format(Locale.ROOT, "-%02d", month.get()))
          .orElseGet(() -> month(month.get(), direction, tense));
    }
    if (bound.containsKey(WordClass.SEASON)) {
      return season(year, bound.get(WordClass.SEASON), direction, tense);
    }
    if (year.isPresent()) {
      return Integer.toString(year.get());
    }
    if (bound.containsKey(WordClass.WEEKDAY)) {
      return weekday(Integer.parseInt(bound.get(WordClass.WEEKDAY)), direction, tense);
    }
    int shift =
        number(bound, WordClass.DAYREF)
            .orElse(direction.matches("-?\\d") ? Integer.parseInt(direction) : 0);
    return published.map(now -> now.plusDays(shift).toString()).orElse("");
  }

  private static Optional<Integer> number(Map<WordClass, String> bound, WordClass slot) {
    return Optional.ofNullable(bound.get(slot)).map(Integer::parseInt);
  }

  /**
   * A day of a month without its year: ten months ahead and two behind under a future, two ahead
   * and ten behind under a past tense, else the nearest.
   */
  private String monthDay(
      Optional<Integer> year, int month, int day, String direction, Outlook tense) {
    if (year.isPresent()) {
      return LocalDate.of(year.get(), month, day).toString();
    }
    if (published.isEmpty()) {
      return String.format(Locale.ROOT, "XXXX-%02d-%02d", month, day);
    }
    LocalDate now = published.get();
    LocalDate first = now.minusDays(daysBack(direction, tense));
    if (directed(direction, tense) == Outlook.BACK && isLeapDay(month, day)) {
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

  private static int daysBack(String direction, Outlook tense) {
    return switch (directed(direction, tense)) {
      case BACK -> direction.equals("-1") ? 365 : 305;
      case NEAREST, TIMETABLE -> 182;
      case FORWARD -> 60;
    };
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

  private static Outlook directed(String direction, Outlook tense) {
    return switch (direction) {
      case "-1" -> Outlook.BACK;
      case "1" -> Outlook.FORWARD;
      default -> tense;
    };
  }

  private String month(int month, String direction, Outlook tense) {
    if (published.isEmpty()) {
      return String.format(Locale.ROOT, "XXXX-%02d", month);
    }
    YearMonth now = YearMonth.from(published.get());
    YearMonth first =
        switch (directed(direction, tense)) {
          case BACK -> now.minusMonths(direction.equals("-1") ? 12 : 11);
          case NEAREST, TIMETABLE -> now.minusMonths(6);
          case FORWARD -> direction.equals("1") ? now.plusMonths(1) : now;
        };
    YearMonth found = YearMonth.of(first.getYear(), month);
    return (found.isBefore(first) ? found.plusYears(1) : found).toString();
  }

  private String weekday(int weekday, String direction, Outlook tense) {
    if (published.isEmpty()) {
      return "XXXX-WXX-" + weekday;
    }
    LocalDate now = published.get();
    int ahead = Math.floorMod(weekday - now.getDayOfWeek().getValue(), 7);
    int shift =
        switch (directed(direction, tense)) {
          case FORWARD, TIMETABLE -> direction.equals("1") && ahead == 0 ? 7 : ahead;
          case BACK -> ahead == 0 ? direction.equals("-1") ? -7 : 0 : ahead - 7;
          case NEAREST -> ahead > 3 ? ahead - 7 : ahead;
        };
    return now.plusDays(shift).toString();
  }

  /** Seasons by the northern calendar; winter is named by the year in which it begins. */
  private String season(Optional<Integer> year, String season, String direction, Outlook tense) {
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
              tense == Outlook.BACK && !begun
                  ? -1
                  : tense == Outlook.FORWARD && begun && !running ? 1 : 0;
        };
    return now.getYear() + shift + "-" + season;
  }

  private static String time(Map<WordClass, String> bound, String part) {
    String zone = bound.getOrDefault(WordClass.ZONE, "").replace("local", "");
    if (bound.containsKey(WordClass.CLOCK)) {
      Matcher clock = CLOCK.matcher(bound.get(WordClass.CLOCK));
      if (clock.matches()) {
        int hour = Integer.parseInt(clock.group(1));
        if (clock.group(3) != null) {
          hour = hour % 12 + (clock.group(3).equals("p") ? 12 : 0);
        }
        String minute = clock.group(2) == null ? "00" : clock.group(2);
        return String.format(Locale.ROOT, "%02d:%s%s", hour, minute, zone);
      }
    }
    if (bound.containsKey(WordClass.PART)) {
      return bound.get(WordClass.PART);
    }
    String hour = bound.getOrDefault(WordClass.NUM, "");
    if (part.equals("NUM")) {
      return hour.matches("\\d|1\\d|2[0-4]")
          ? String.format(Locale.ROOT, "%2s:00", hour).replace(' ', '0')
          : "";
    }
    return part;
  }

  private String unit(Map<WordClass, String> bound, String argument) {
    String unit = bound.getOrDefault(WordClass.UNIT, bound.getOrDefault(WordClass.UNITS, ""));
    if (published.isEmpty() || unit.isEmpty()) {
      return "";
    }
    LocalDate now = published.get();
    double count =
        argument.endsWith("NUM")
            ? Double.parseDouble(bound.getOrDefault(WordClass.NUM, "1"))
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

  private String unitAfter(
      Map<WordClass, String> bound, String argument, Optional<LocalDate> named) {
    return new TimeResolver(named.or(() -> published)).unit(bound, argument);
  }

  private static String counted(String argument, Map<WordClass, String> bound) {
    return argument.replace("NUM", bound.getOrDefault(WordClass.NUM, "1"));
  }

  /**
   * Counted from what was told before; what is earlier, for want of that, from the day of
   * publication. A count of months or years gives a month or a year.
   */
  private String told(Map<WordClass, String> bound, String[] action, Told before) {
    String count = counted(action.length > 2 ? action[2] : "0", bound);
    if (!count.matches("-?\\d{1,4}")) {
      return "";
    }
    int shift = Integer.parseInt(count);
    String unit = bound.getOrDefault(WordClass.UNIT, bound.getOrDefault(WordClass.UNITS, "D"));
    Optional<PartialDate> told = unit.matches("[DW]") ? before.day() : before.any();
    Optional<PartialDate> from =
        shift < 0 ? told.or(() -> published.map(TimeResolver::dayOf)) : told;
    String part = bound.getOrDefault(WordClass.PART, action.length > 3 ? action[3] : "");
    return from.map(day -> shifted(day, unit, shift))
        .map(day -> day.isEmpty() || part.isEmpty() ? day : day + "T" + part)
        .orElse("");
  }

  private static PartialDate dayOf(LocalDate day) {
    return PartialDate.parse(day.toString()).orElseThrow();
  }

  private static String shifted(PartialDate from, String unit, int shift) {
    LocalDate day = from.earliest();
    boolean exact = from.precision().compareTo(PartialDate.Precision.DAY) >= 0;
    boolean month = from.precision().compareTo(PartialDate.Precision.MONTH) >= 0;
    return switch (unit) {
      case "Y" -> year(day.getYear() + (long) shift);
      case "M" -> month ? YearMonth.from(day).plusMonths(shift).toString() : "";
      case "W" -> exact ? day.plusWeeks(shift).toString() : "";
      case "D" -> exact ? day.plusDays(shift).toString() : "";
      default -> "";
    };
  }

  private String toldWeekday(Map<WordClass, String> bound, String argument, Told told) {
    Optional<LocalDate> from = told.day().map(PartialDate::earliest);
    int weekday = Integer.parseInt(bound.get(WordClass.WEEKDAY));
    return argument.equals("-1")
        ? from.or(() -> published).map(day -> before(day, weekday, 1).toString()).orElse("")
        : from.map(day -> after(day, weekday).toString()).orElse("");
  }

  private static LocalDate before(LocalDate day, int weekday, int count) {
    int behind = Math.floorMod(day.getDayOfWeek().getValue() - weekday, 7);
    return day.minusDays((behind == 0 ? 7 : behind) + 7L * (count - 1));
  }

  private static LocalDate after(LocalDate day, int weekday) {
    int ahead = Math.floorMod(weekday - day.getDayOfWeek().getValue(), 7);
    return day.plusDays(ahead == 0 ? 7 : ahead);
  }

  private String weekdayCount(Map<WordClass, String> bound, String argument) {
    String written =
        bound.getOrDefault(WordClass.WEEKDAY, bound.getOrDefault(WordClass.WEEKDAYS, ""));
    String count = counted(argument.replace("+", ""), bound);
    if (published.isEmpty() || written.isEmpty() || !count.matches("-?\\d{1,3}")) {
      return "";
    }
    int weekday = Integer.parseInt(written);
    int times = Integer.parseInt(count);
    LocalDate now = published.get();
    return times < 0
        ? before(now, weekday, -times).toString()
        : after(now, weekday).plusWeeks(argument.startsWith("+") ? times : times - 1L).toString();
  }

  private String weekdayOfWeek(Map<WordClass, String> bound, String argument) {
    return published
        .map(
            now ->
                now.plusWeeks(Integer.parseInt(argument))
                    .with(ChronoField.DAY_OF_WEEK, Long.parseLong(bound.get(WordClass.WEEKDAY)))
                    .toString())
        .orElse("");
  }

  /** "The last Monday in June", "the first week of April", "the third weekend of next month". */
  private String nth(Map<WordClass, String> bound, String argument, String shift, Outlook tense) {
    int count = Integer.parseInt(argument.equals("ORD") ? bound.get(WordClass.ORD) : argument);
    Optional<YearMonth> month = monthOf(bound, shift, tense);
    if (month.isEmpty() || count == 0 || count > 5) {
      return "";
    }
    String unit = bound.getOrDefault(WordClass.UNIT, "");
    int weekday =
        unit.equals("WE") ? 6 : Integer.parseInt(bound.getOrDefault(WordClass.WEEKDAY, "0"));
    if (unit.equals("W")) {
      return week(
          count < 0 ? month.get().atEndOfMonth() : month.get().atDay(1).plusWeeks(count - 1L));
    }
    LocalDate day = Holidays.nth(month.get(), weekday, count);
    if (!YearMonth.from(day).equals(month.get())) {
      return "";
    }
    return unit.equals("WE") ? week(day) + "-WE" : day.toString();
  }

  private Optional<YearMonth> monthOf(Map<WordClass, String> bound, String shift, Outlook tense) {
    Optional<Integer> month = number(bound, WordClass.MONTH);
    if (month.isEmpty()) {
      return published.map(
          now -> YearMonth.from(now).plusMonths(shift.isEmpty() ? 0 : Integer.parseInt(shift)));
    }
    return number(bound, WordClass.YEAR)
        .map(year -> YearMonth.of(year, month.get()))
        .or(
            () ->
                published.isEmpty()
                    ? Optional.empty()
                    : Optional.of(YearMonth.parse(month(month.get(), shift, tense))));
  }

  private String holiday(
      Map<WordClass, String> bound, String rule, String direction, Outlook tense) {
    Holidays holiday = Holidays.of(rule);
    Optional<Integer> year = number(bound, WordClass.YEAR);
    if (year.isPresent()) {
      return holiday.in(year.get());
    }
    if (published.isEmpty()) {
      return "";
    }
    Outlook way = tense == Outlook.TIMETABLE ? Outlook.FORWARD : tense;
    return holiday.from(published.get().minusDays(daysBack(direction, way)));
  }

  private static String quarterOfYear(Map<WordClass, String> bound, Optional<String> quarter) {
    String year = bound.getOrDefault(WordClass.YEAR, "");
    return quarter.map(spokenOf -> year + spokenOf.substring(4)).orElse(year);
  }

  private String weekend(Outlook tense) {
    if (published.isEmpty()) {
      return "";
    }
    LocalDate now = published.get();
    boolean ahead = tense == Outlook.FORWARD || tense == Outlook.TIMETABLE;
    boolean ended = now.getDayOfWeek().getValue() < 5 && !ahead;
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

  private static String duration(Map<WordClass, String> bound, String argument) {
    String count = argument.equals("NUM") ? bound.getOrDefault(WordClass.NUM, "1") : argument;
    String unit = bound.getOrDefault(WordClass.UNIT, bound.getOrDefault(WordClass.UNITS, "Y"));
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

  private String quarter(
      Map<WordClass, String> bound, String letter, String argument, Outlook tense) {
    int number = Integer.parseInt(bound.getOrDefault(WordClass.ORD, "1"));
    if (number < 1 || number > (letter.equals("Q") ? 4 : 2)) {
      return "";
    }
    if (bound.containsKey(WordClass.YEAR)) {
      return bound.get(WordClass.YEAR) + "-" + letter + number;
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
    } else if (tense == Outlook.FORWARD) {
      shift = begins.plusMonths(months).isBefore(now.minusMonths(2)) ? 1 : 0;
    } else {
      shift = begins.isAfter(now) ? -1 : 0;
    }
    return now.getYear() + shift + "-" + letter + number;
  }

  private static String every(Map<WordClass, String> bound) {
    String weekday =
        bound.getOrDefault(WordClass.WEEKDAY, bound.getOrDefault(WordClass.WEEKDAYS, ""));
    if (!weekday.isEmpty()) {
      String part = bound.getOrDefault(WordClass.PART, "");
      return "XXXX-WXX-" + weekday + (part.isEmpty() ? "" : "T" + part);
    }
    if (bound.containsKey(WordClass.PART)) {
      return "XXXX-XX-XXT" + bound.get(WordClass.PART);
    }
    String unit = bound.getOrDefault(WordClass.UNIT, "");
    return unit.equals("Q") ? "P1Q" : duration(bound, bound.getOrDefault(WordClass.NUM, "1"));
  }

  private String yearAgo(Context context) {
    if (context.quarter().isPresent()) {
      String quarter = context.quarter().get();
      return Integer.parseInt(quarter.substring(0, 4)) - 1 + quarter.substring(4);
    }
    return context
        .told()
        .any()
        .map(PartialDate::earliest)
        .or(() -> published)
        .map(from -> year(from.getYear() - 1L))
        .orElse("");
  }

  private String latestQuarter() {
    return published.map(now -> quarterOf(now.minusMonths(3))).orElse("");
  }

  private static String century(Map<WordClass, String> bound) {
    int number = Integer.parseInt(bound.getOrDefault(WordClass.ORD, "0"));
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
