package org.twosource.app.metrics;

import java.util.Locale;
import java.util.Map;

/** A text in the exposition format of Prometheus (0.0.4), made from top to bottom. One thread. */
public final class Exposition {
  /** The media type of the text. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a family of numbers.
   *
   * @param type {@code counter}, {@code gauge} or {@code histogram}
   */
  public Exposition family(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    return this;
  }

  /**
   * One number of the family.
   *
   * @param labels {@code name="value",...} or ""
   */
  public Exposition sample(String name, String labels, String value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
    return this;
  }

  /** A family of one number that goes up and down. */
  public Exposition gauge(String name, String help, long value) {
    return family(name, "gauge", help).sample(name, "", "" + value);
  }

  /** A family of one number that only grows. */
  public Exposition counter(String name, String help, long value) {
    return family(name, "counter", help).sample(name, "", "" + value);
  }

  /**
   * A family of one counter for each value of a label.
   *
   * @param counts by value; values are of this program, and need no escapes
   */
  public Exposition counters(String name, String help, String label, Map<String, Long> counts) {
    family(name, "counter", help);
    counts.forEach((value, count) -> sample(name, label + "=\"" + value + "\"", "" + count));
    return this;
  }

  /** Seconds, to the microsecond. */
  public static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.6f", nanos / 1e9);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
