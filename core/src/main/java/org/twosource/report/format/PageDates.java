package org.twosource.report.format;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.twosource.report.PartialDate;

/**
 * Dates that a page shows to its readers, in the places where pages show when they were published.
 */
final class PageDates {
  private static final String MONTH_NAMES = monthNames();
  private static final String YEAR = "((?:19|20)\\d\\d)(?!\\d)";
  private static final Pattern ISO =
      Pattern.compile("(?<![\\d/-])((?:19|20)\\d\\d)([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?i)(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º)?,?[\\s-]{0,3}(?:de |of )?("
              + MONTH_NAMES
              + ")\\.?,?[\\s-]{0,3}(?:de )?"
              + YEAR);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?i)\\b("
              + MONTH_NAMES
              + ")\\.?\\s{0,3}(\\d{1,2})(?:st|nd|rd|th)?\\s?,?\\s{0,3}"
              + YEAR);
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)?\\d\\d)(?![\\d])");
  private static final Pattern URL_DAY =
      Pattern.compile(
          "[/=_.-]((?:19|20)\\d\\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\\d|3[01])(?=[/_.?&#T-]|$)");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)date|datum|time|publi|posted|entry-?meta|post-?meta|post-?info|byline|meta|info|submitted|created|fecha|article__?head|header");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:published|posted|publi\\S{0,3} (?:am|le|on)|ver\\S{1,2}ffentlicht|erstellt|date|datum|stand|written|created|submitted|eingestellt|vom|am|on|updated)\\b\\W{0,3}(?:on|am|by|at|:)?[^.]{0,30}$");
  private static final int SHOWN_CHARACTERS = 100;
  private static final int MAX_ELEMENTS = 6_000;

  private PageDates() {}

  private static String monthNames() {
    List<String> names = new ArrayList<>();
    for (Locale locale :
        List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.ITALIAN,
            Locale.forLanguageTag("pt"),
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("tr"))) {
      for (Month month : Month.values()) {
        names.add(month.getDisplayName(TextStyle.FULL, locale));
      }
    }
    for (Month month : Month.values()) {
      names.add(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3));
      names.add(month.getDisplayName(TextStyle.FULL, Locale.GERMAN).substring(0, 3));
    }
    names.add("sept");
    names.add("janv");
    names.sort((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
    return String.join("|", names.stream().distinct().toList());
  }

  static boolean isPlausible(PartialDate date) {
    int year = date.earliest().getYear();
    return year >= 1995 && year <= 2100 && date.precision() != PartialDate.Precision.YEAR;
  }

  static Optional<PartialDate> inUrl(String url) {
    Matcher day = URL_DAY.matcher(url.toLowerCase(Locale.ROOT));
    while (day.find()) {
      Optional<PartialDate> date =
          PartialDate.parse(day.group(1) + "-" + day.group(2) + "-" + day.group(3))
              .filter(PageDates::isPlausible);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** Time elements, those that say they are the publication first. */
  static Optional<PartialDate> inTimeElements(Document page, DayOrder order) {
    List<Element> marked =
        new ArrayList<>(
            page.select(
                "[itemprop*=datePublished], time[pubdate], time[class*=publish], time.entry-date, .published[datetime], abbr.published, [property*=datePublished]"));
    marked.addAll(page.select("time[datetime]"));
    marked.addAll(page.select("time"));
    for (Element element : marked) {
      if (element.closest("aside, footer, nav, .comment, .comments, #comments, .related") != null
          || element.className().contains("updated")
              && !element.className().contains("published")) {
        continue;
      }
      Optional<PartialDate> date =
          DateForms.parse(
                  first(
                      element.attr("datetime"),
                      element.attr("content"),
                      element.attr("title"),
                      element.text()))
              .or(() -> in(element.text(), order))
              .filter(PageDates::isPlausible);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** Short elements whose class or id speaks of dates, in page order. */
  static Optional<PartialDate> inPlaces(Document page, DayOrder order) {
    int seen = 0;
    for (Element element : page.body().getAllElements()) {
      if (seen++ > MAX_ELEMENTS) {
        break;
      }
      String name = element.className() + " " + element.id();
      if (name.length() > 1
          && name.length() < 200
          && PLACE.matcher(name).find()
          && element.childrenSize() <= 12) {
        String text = element.text();
        if (text.length() >= 6 && text.length() <= SHOWN_CHARACTERS && !isComment(element)) {
          Optional<PartialDate> date = in(text, order).filter(PageDates::isPlausible);
          if (date.isPresent()) {
            return date;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isComment(Element element) {
    for (Element over = element; over != null; over = over.parent()) {
      String name = (over.className() + " " + over.id()).toLowerCase(Locale.ROOT);
      if (name.contains("comment")
          || name.contains("related")
          || name.contains("sidebar")
          || name.contains("footer")
          || name.contains("copyright")
          || over.normalName().equals("footer")) {
        return true;
      }
    }
    return false;
  }

  /** The first date behind a label, else the first date in a short line, else the first of all. */
  static Optional<PartialDate> inText(Document page, DayOrder order) {
    String text = page.body().wholeText();
    String head = text.length() > 200_000 ? text.substring(0, 200_000) : text;
    Optional<PartialDate> first = Optional.empty();
    for (String line : head.split("[\\r\\n]+")) {
      String stripped = line.strip();
      if (stripped.length() < 6 || stripped.length() > 2_000) {
        continue;
      }
      Optional<Hit> hit = hit(stripped, order);
      if (hit.isPresent() && isPlausible(hit.get().date()) && !stripped.contains("©")) {
        boolean label = LABEL.matcher(stripped.substring(0, hit.get().start())).find();
        if (label || stripped.length() <= SHOWN_CHARACTERS) {
          return Optional.of(hit.get().date());
        }
        first = first.isPresent() ? first : Optional.of(hit.get().date());
      }
    }
    return first;
  }

  /** The first full date in a short text. */
  static Optional<PartialDate> in(String text, DayOrder order) {
    return hit(text, order).map(Hit::date);
  }

  private record Hit(int start, PartialDate date) {}

  private static Optional<Hit> hit(String text, DayOrder order) {
    Hit best = null;
    for (Pattern form : List.of(ISO, DAY_FIRST, MONTH_FIRST, DIGITS)) {
      Matcher matcher = form.matcher(text);
      while (matcher.find()) {
        Optional<PartialDate> date = read(form, matcher, order);
        if (date.isPresent()) {
          best =
              best == null || matcher.start() < best.start()
                  ? new Hit(matcher.start(), date.get())
                  : best;
          break;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<PartialDate> read(Pattern form, Matcher matcher, DayOrder order) {
    if (form == ISO) {
      return date(matcher.group(1), number(matcher.group(3)), number(matcher.group(4)));
    }
    if (form == DAY_FIRST) {
      return date(matcher.group(3), month(matcher.group(2)), number(matcher.group(1)));
    }
    if (form == MONTH_FIRST) {
      return date(matcher.group(3), month(matcher.group(1)), number(matcher.group(2)));
    }
    int first = number(matcher.group(1));
    int second = number(matcher.group(3));
    String year = matcher.group(4).length() == 2 ? "20" + matcher.group(4) : matcher.group(4);
    boolean open = matcher.group(2).equals("/") && first <= 12 && second <= 12;
    boolean monthFirst = second > 12 || open && order == DayOrder.MONTH_FIRST;
    return monthFirst ? date(year, first, second) : date(year, second, first);
  }

  private static Optional<PartialDate> date(String year, int month, int day) {
    return PartialDate.parse(String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Locale locale :
        List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.forLanguageTag("es"),
            Locale.ITALIAN,
            Locale.forLanguageTag("pt"),
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("tr"))) {
      for (Month month : Month.values()) {
        if (month
            .getDisplayName(TextStyle.FULL, locale)
            .toLowerCase(Locale.ROOT)
            .startsWith(lower)) {
          return month.getValue();
        }
      }
    }
    return 0;
  }

  private static String first(String... values) {
    for (String value : values) {
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}
