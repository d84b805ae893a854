package org.twosource.claim;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Sides of one claim that do not agree: the answers to one question.
 *
 * @param question what they answer, in words; empty where it is not worked out
 * @param sides two or more; the surest difference is that between the first two
 */
public record Dispute(
    Kind kind, Between between, Resolution resolution, String question, List<DisputeSide> sides) {
  public Dispute {
    sides = List.copyOf(sides);
    if (sides.size() < 2) {
      throw new IllegalArgumentException("a dispute of " + sides.size() + " side: " + question);
    }
  }

  /** Between two sides, the question not worked out yet. */
  public Dispute(Kind kind, Between between, Resolution resolution, DisputeSide a, DisputeSide b) {
    this(kind, between, resolution, "", List.of(a, b));
  }

  /** The first side. */
  public DisputeSide a() {
    return sides.getFirst();
  }

  /** The second side. */
  public DisputeSide b() {
    return sides.get(1);
  }

  /** The same between the same statements, which stand at other indices. */
  public Dispute moved(IntUnaryOperator to) {
    return withSides(sides.stream().map(side -> side.moved(to)).toList());
  }

  public Dispute withSides(List<DisputeSide> others) {
    return new Dispute(kind, between, resolution, question, others);
  }

  public Dispute withQuestion(String asked) {
    return new Dispute(kind, between, resolution, asked, sides);
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
