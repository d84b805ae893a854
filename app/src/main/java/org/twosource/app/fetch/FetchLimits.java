package org.twosource.app.fetch;

import java.util.List;
import java.util.Locale;

/**
 * How much is fetched, and how long it may take.
 *
 * @param bytes longest answer as it comes over the wire
 * @param expandedBytes longest answer after unpacking
 * @param expansionRatio most times that an answer may grow in unpacking
 * @param redirects most redirects one after the other
 * @param connectSeconds until a connection stands; also for the look-up of a name
 * @param silenceSeconds without a byte
 * @param totalSeconds for the whole answer, with its redirects
 * @param pauseMillis between two requests to one host
 * @param atOnce requests to different hosts at the same time
 */
public record FetchLimits(
    long bytes,
    long expandedBytes,
    int expansionRatio,
    int redirects,
    int connectSeconds,
    int silenceSeconds,
    int totalSeconds,
    int pauseMillis,
    int atOnce) {
  private static final int MEGABYTE = 1 << 20;

  public static FetchLimits standard() {
    return new FetchLimits(16 * MEGABYTE, 64 * MEGABYTE, 200, 5, 10, 15, 60, 1_000, 32);
  }

  /** The names under which limits can be set, in the order of the record. */
  public static List<String> names() {
    return List.of(
        "bytes",
        "expanded-bytes",
        "expansion-ratio",
        "redirects",
        "connect-seconds",
        "silence-seconds",
        "total-seconds",
        "pause-millis",
        "at-once");
  }

  /**
   * The same with one limit changed.
   *
   * @throws IllegalArgumentException for another name, or a value out of range; says what would do
   */
  public FetchLimits with(String name, long value) {
    int at = names().indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "no limit is called '" + name + "'; there are " + String.join(", ", names()));
    }
    int least = name.equals("redirects") || name.equals("pause-millis") ? 0 : 1;
    if (value < least || value > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("the limit " + name + " cannot be " + value);
    }
    long[] values = {
      bytes,
      expandedBytes,
      expansionRatio,
      redirects,
      connectSeconds,
      silenceSeconds,
      totalSeconds,
      pauseMillis,
      atOnce
    };
    values[at] = value;
    return new FetchLimits(
        values[0],
        values[1],
        (int) values[2],
        (int) values[3],
        (int) values[4],
        (int) values[5],
        (int) values[6],
        (int) values[7],
        (int) values[8]);
  }

  /** What is said of something that a limit keeps out. */
  static String beyond(String name, long limit) {
    return String.format(Locale.ROOT, "more than the limit %s = %,d", name, limit);
  }
}
