package org.twosource.app.store;

import java.util.Optional;

/**
 * A story as the list shows it.
 *
 * @param reports how many pages tell of it
 * @param sources how many of them are independent, as the words of the reports alone say
 * @param fingerprint SHA-256 of its pages and what they say; the same fingerprint, the same account
 * @param changed the number of the last receipt that was known when it last changed
 */
public record StoredStory(
    String id,
    String title,
    int reports,
    int sources,
    Days days,
    String fingerprint,
    long changed) {

  /** The same story when its sources were counted anew. */
  public StoredStory withSources(int counted, long at) {
    return new StoredStory(id, title, reports, counted, days, fingerprint, at);
  }

  /**
   * The earliest and the latest publication date.
   *
   * @param from ISO 8601
   */
  public record Days(Optional<String> from, Optional<String> to) {}
}
