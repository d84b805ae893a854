package org.twosource.report.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * Which comes first where a page writes dates as {@code 08/05/2024}. Told by another date of the
 * page of which the order is sure, by the region of its language ({@code en-GB}), by its host
 * ({@code .co.uk}), or by a country that a short line of the page names after a comma ("Harwick,
 * United Kingdom"). Where nothing tells it, the month comes first, as in most pages in English.
 */
enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST;

  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})/(\\d{1,2})/(?:19|20)\\d\\d(?!\\d)");

  /** Countries that write English and the day first. */
  private static final Set<String> COUNTRIES = Set.of("GB", "IE", "AU", "NZ", "IN", "ZA");

  private static final Set<String> HOSTS =
      Stream.concat(Stream.of("uk"), COUNTRIES.stream().map(code -> code.toLowerCase(Locale.ROOT)))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern PLACE =
      Pattern.compile(
          ",\\s*(?:"
              + COUNTRIES.stream()
                  .sorted()
                  .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")\\s*$");

  /** A line that names where a report is from is no longer. */
  private static final int PLACE_CHARACTERS = 60;

  private static final int SHOWN_CHARACTERS = 200_000;

  static DayOrder of(Document page, String address) {
    String text = page.body().wholeText();
    String shown = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) : text;
    Matcher date = DIGITS.matcher(shown);
    while (date.find()) {
      boolean day = Integer.parseInt(date.group(1)) > 12;
      boolean month = Integer.parseInt(date.group(2)) > 12;
      if (day != month) {
        return day ? DAY_FIRST : MONTH_FIRST;
      }
    }
    String region = Locale.forLanguageTag(page.select("html").attr("lang")).getCountry();
    if (!region.isEmpty()) {
      return COUNTRIES.contains(region) ? DAY_FIRST : MONTH_FIRST;
    }
    return isOfSuchAHost(address) || namesSuchACountry(page) ? DAY_FIRST : MONTH_FIRST;
  }

  private static boolean isOfSuchAHost(String address) {
    Matcher host = Pattern.compile("^https?://[^/?#]*\\.([a-z]{2})(?=[:/?#]|$)").matcher(address);
    return host.find() && HOSTS.contains(host.group(1));
  }

  private static boolean namesSuchACountry(Document page) {
    return page.body().getAllElements().stream()
        .map(element -> element.ownText().strip())
        .anyMatch(text -> text.length() <= PLACE_CHARACTERS && PLACE.matcher(text).find());
  }
}
