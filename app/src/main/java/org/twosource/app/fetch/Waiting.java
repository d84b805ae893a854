package org.twosource.app.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long a server wants to be left alone. */
public final class Waiting {
  /** Whatever a server says, it is asked again after this. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private static final Pattern MAX_AGE =
      Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

  private Waiting() {}

  /**
   * @param header Retry-After: seconds or a date
   * @param now by the clock of the server where it sends one, since clocks differ
   */
  static Optional<Duration> retryAfter(String header, Instant now) {
    String said = header.strip();
    if (said.matches("\\d{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(said))));
    }
    return date(said).map(then -> bounded(Duration.between(now, then)));
  }

  /** A date of HTTP. */
  static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(
                  text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /**
   * @param header Cache-Control
   */
  static Optional<Duration> maxAge(String header) {
    Matcher said = MAX_AGE.matcher(header);
    return said.find()
        ? Optional.of(bounded(Duration.ofSeconds(Long.parseLong(said.group(1)))))
        : Optional.empty();
  }

  private static Duration bounded(Duration said) {
    return said.isNegative() ? Duration.ZERO : said.compareTo(LONGEST) > 0 ? LONGEST : said;
  }
}
