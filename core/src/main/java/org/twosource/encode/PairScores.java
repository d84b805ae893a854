package org.twosource.encode;

import java.util.List;

/**
 * What a {@link PairEncoder} says of two texts.
 *
 * @param values the output of the graph, in its order
 * @param cut whether a text was too long to be read to its end
 */
public record PairScores(List<Double> values, boolean cut) {
  public PairScores {
    values = List.copyOf(values);
  }
}
