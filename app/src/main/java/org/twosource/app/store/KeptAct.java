package org.twosource.app.store;

import java.util.Locale;

/**
 * Who began or ended a watch or a source, and when. What was decided of stories and claims is kept
 * with the decision itself.
 *
 * @param by the name of a user, or empty for the owner of the store
 * @param at ISO 8601 instant
 * @param subject what was begun or ended, in words
 */
public record KeptAct(String by, String at, Kind kind, String subject) {

  /** What can be done. */
  public enum Kind {
    WATCH_BEGUN,
    WATCH_STOPPED,
    SOURCE_ADDED,
    SOURCE_REMOVED,
    CHANNEL_ADDED,
    CHANNEL_STOPPED;

    /** The name used in the store: {@code watch-begun}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }
}
