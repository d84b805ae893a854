package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.twosource.report.PartialDate;

/**
 * Where a stream of reports is in time, by the dates of the reports themselves: the third latest
 * day among the last {@value #LOOKED_AT} dated ones (the earliest while there are fewer than
 * three), so that two wrong dates move nothing. Moves back where older reports follow newer ones.
 * One thread at a time.
 */
final class StreamClock {
  static final int LOOKED_AT = 64;

  /** Before the first dated report. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final int TRUSTED = 3;

  private final long[] days = new long[LOOKED_AT];
  private int dated;
  private long now = UNKNOWN;

  /** Takes the date of the next report. */
  void report(PartialDate published) {
    LocalDate day = published.earliest();
    days[dated++ % LOOKED_AT] = day.toEpochDay();
    long[] latest = Arrays.copyOf(days, Math.min(dated, LOOKED_AT));
    Arrays.sort(latest);
    now = latest[Math.max(0, latest.length - TRUSTED)];
  }

  /**
   * The clock before a report.
   *
   * @param replaced the day that the next dated report takes the place of
   */
  record Mark(int dated, long replaced, long now) {}

  Mark mark() {
    return new Mark(dated, days[dated % LOOKED_AT], now);
  }

  /** Goes back to where it was before the last report. */
  void goBack(Mark mark) {
    dated = mark.dated();
    days[dated % LOOKED_AT] = mark.replaced();
    now = mark.now();
  }

  /** Sets the day that was worked out elsewhere. */
  void set(long day) {
    now = day;
  }

  /** The day, counted from 1970-01-01, or {@link #UNKNOWN}. */
  long now() {
    return now;
  }

  void write(DataOutputStream out) throws IOException {
    for (long day : days) {
      out.writeLong(day);
    }
    out.writeInt(dated);
    out.writeLong(now);
  }

  void read(DataInputStream in) throws IOException {
    for (int at = 0; at < days.length; at++) {
      days[at] = in.readLong();
    }
    dated = in.readInt();
    now = in.readLong();
  }
}
