package org.twosource.compare;

import java.util.List;
import org.twosource.report.Span;

/**
 * Where two texts tell something else. Words behind what was read of a long text are not named.
 *
 * @param before the words of the original, in order; a word of several pieces stands several times
 * @param after the words of the copy
 * @param differs that the copy tells something otherwise, 0 to 1
 * @param relation how the original stands to the copy
 */
public record Difference(
    List<Place> before, List<Place> after, double differs, StatementComparison relation) {
  public Difference {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * A word.
   *
   * @param words in characters of its text
   * @param changed that the other text tells it otherwise, 0 to 1
   */
  public record Place(Span words, double changed) {}

  /** The most that is said of any word of a stretch of the original; 0 of a stretch not read. */
  public double mostBefore(Span stretch) {
    return most(before, stretch);
  }

  /** The same of the copy. */
  public double mostAfter(Span stretch) {
    return most(after, stretch);
  }

  private static double most(List<Place> places, Span stretch) {
    return places.stream()
        .filter(place -> place.words().overlaps(stretch))
        .mapToDouble(Place::changed)
        .max()
        .orElse(0);
  }
}
