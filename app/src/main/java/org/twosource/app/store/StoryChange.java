package org.twosource.app.store;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of a story.
 *
 * @param other the story it was merged into or split from
 * @param reports how many it had afterwards
 * @param sources how many of them were independent by their words; unknown of changes that an
 *     earlier release wrote
 * @param seq the number of the last receipt known by then
 * @param at ISO 8601 instant
 */
public record StoryChange(
    String story,
    Kind kind,
    Optional<String> other,
    int reports,
    OptionalInt sources,
    long seq,
    String at) {

  /** What can become of a story. */
  public enum Kind {
    OPENED,
    GROWN,
    /** Reports went to other stories or were forgotten. */
    SHRUNK,
    MERGED_INTO,
    SPLIT_FROM,
    /** Its last report was forgotten. */
    EMPTIED;

    /** The name used in the store and in JSON: {@code merged-into}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
