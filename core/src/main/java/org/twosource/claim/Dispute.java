package org.twosource.claim;

import java.util.Locale;

/**
 * Two statements of one claim that do not agree.
 *
 * @param a index into {@link Claim#statements()}
 * @param b index into {@link Claim#statements()}
 * @param note both sides in a few words: "Sunday / Monday"
 */
public record Dispute(
    Kind kind, Between between, Resolution resolution, int a, int b, String note) {

  /** What they disagree on. */
  public enum Kind {
    DATE,
    NUMBER,
    PLACE,
    NAME,
    NEGATION,
    STATUS,
    ACTOR,
    MEANING;

    /** The name used in the result: {@code date}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who disagrees: the outlets, or the parties whose positions they pass on. */
  public enum Between {
    REPORTS,
    PARTIES;

    /** The name used in the result: {@code reports}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of it; only an open dispute makes a claim disputed. */
  public enum Resolution {
    OPEN,
    /** A later report updates an earlier one: a toll that grew. */
    SUPERSEDED,
    /** The same thing put differently. */
    WORDING;

    /** The name used in the result: {@code open}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
