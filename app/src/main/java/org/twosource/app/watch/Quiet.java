package org.twosource.app.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a watch for silence waits for: no report that fits a search for a time.
 *
 * @param query a search; {@code *} means everything
 */
record Quiet(Duration time, String query) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})([mhd])\\s+(\\S.*)");

  static Optional<Quiet> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
      return Optional.empty();
    }
    int number = Integer.parseInt(form.group(1));
    Duration time =
        switch (form.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return Optional.of(new Quiet(time, form.group(3).strip()));
  }

  boolean isOfAll() {
    return query.equals("*");
  }
}
