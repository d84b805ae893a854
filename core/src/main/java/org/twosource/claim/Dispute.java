package org.twosource.claim;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** Two sides of one claim that do not agree. */
public record Dispute(
    Kind kind, Between between, Resolution resolution, DisputeSide a, DisputeSide b) {

  /** The same between the same statements, which stand at other indices. */
  public Dispute moved(IntUnaryOperator to) {
    return withSides(a.moved(to), b.moved(to));
  }

  public Dispute withSides(DisputeSide first, DisputeSide second) {
    return new Dispute(kind, between, resolution, first, second);
  }

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
