package org.twosource.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.app.store.Store;

/**
 * Which bytes a store keeps as received. What was quarantined keeps its bytes in any case.
 *
 * @param setting {@code all}, {@code text} or a number of days like {@code 90d}
 */
record RawKept(String setting) {
  static final String NAME = "raw.keep";
  private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,4})d");

  RawKept {
    if (!setting.equals("all") && !setting.equals("text") && !DAYS.matcher(setting).matches()) {
      throw new IllegalArgumentException(
          "all, text or a number of days like 90d, not '" + setting + "'");
    }
  }

  static RawKept of(Store.View store) {
    return new RawKept(store.setting(NAME).orElse("all"));
  }

  boolean keepsAny() {
    return !setting.equals("text");
  }

  /** Bytes received before this are let go. */
  Optional<Instant> since(Instant now) {
    Matcher days = DAYS.matcher(setting);
    return days.matches()
        ? Optional.of(now.minus(Duration.ofDays(Long.parseLong(days.group(1)))))
        : Optional.empty();
  }
}
