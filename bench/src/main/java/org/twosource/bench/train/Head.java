package org.twosource.bench.train;

import java.io.IOException;
import org.twosource.bench.BenchData;

/** One learned head: what it learns from, and how. */
public interface Head {

  /** The name on the command line and of its weights file: {@code ner}. */
  String name();

  /**
   * Learns it, prints its scores on held-out data, and writes weights and card.
   *
   * @param seed of shuffling, dropout and starting values
   * @throws IOException when data cannot be read or weights cannot be written
   */
  void train(BenchData data, WeightsFolder weights, long seed) throws IOException;
}
