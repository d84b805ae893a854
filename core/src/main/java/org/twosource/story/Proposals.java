package org.twosource.story;

import java.util.Optional;
import org.twosource.report.PartialDate;

/**
 * What each report of a stream may be of one story with, and the day of the stream when it came.
 * Reports come in the order of {@link org.twosource.text.PublicationOrder} and are numbered from 0.
 * Keeps state; one thread at a time.
 */
public final class Proposals {
  private final Vocabulary vocabulary = new Vocabulary();
  private final NearReports index = new NearReports();
  private final StreamClock clock = new StreamClock();

  /**
   * What is proposed for a report.
   *
   * @param day of the stream, counted from 1970-01-01
   * @param near earlier reports by their number, the nearest first
   */
  public record Made(long day, int[] near) {}

  /** Takes up the next report. */
  public Made next(Optional<PartialDate> published, HeavyWords words) {
    published.ifPresent(clock::report);
    int[] numbers = new int[words.stems().length];
    for (int at = 0; at < numbers.length; at++) {
      numbers[at] = vocabulary.number(words.stems()[at]);
    }
    int[] near = index.near(numbers, words.shares());
    index.add(numbers);
    return new Made(clock.now(), near);
  }

  /** The day that the stream has come to. */
  public long day() {
    return clock.now();
  }
}
