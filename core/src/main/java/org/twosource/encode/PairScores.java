package org.twosource.encode;

import java.util.List;

/**
 * What a {@link PairEncoder} says of two texts.
 *
 * @param values of the relations, in the order of the graph
 * @param first the pieces of the first text, in order; none where the graph does not tell of them
 * @param second the same of the second text
 * @param differs that the second tells something otherwise than the first, 0 to 1; 0 where the
 *     graph does not tell
 * @param cut whether a text was too long to be read to its end
 */
public record PairScores(
    List<Double> values, List<Place> first, List<Place> second, double differs, boolean cut) {
  public PairScores {
    values = List.copyOf(values);
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /**
   * A piece of a text.
   *
   * @param start of the word it belongs to, in characters of the text
   * @param end of that word
   * @param changed that the other text tells it otherwise, 0 to 1
   */
  public record Place(int start, int end, double changed) {}
}
