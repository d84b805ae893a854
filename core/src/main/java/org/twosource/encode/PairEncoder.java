package org.twosource.encode;

import java.util.Optional;

/**
 * Reads two texts at once, so that every word of one sees every word of the other, and gives what
 * its graph was trained to say of the two. Any thread may call it.
 */
public interface PairEncoder extends AutoCloseable {

  /** The pieces of both texts that are read; what is longer is cut. */
  int MAX_PIECES = 160;

  /** The output with the relations of the two texts. */
  String RELATIONS = "relations";

  /** The output that says of each piece whether the other text tells it otherwise. */
  String CHANGED = "changed";

  /** The output that says whether the second text tells anything otherwise. */
  String DIFFERS = "differs";

  /**
   * What the graph says of the texts, in this order. The same texts give the same numbers, whatever
   * was encoded before. Absent when one of them has nothing to read.
   */
  Optional<PairScores> encode(String first, String second);

  @Override
  void close();
}
