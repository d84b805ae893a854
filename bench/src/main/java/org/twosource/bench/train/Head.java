package org.twosource.bench.train;

import java.io.IOException;
import java.util.List;
import org.twosource.bench.BenchData;

/** One learned head: what it learns from, and how. */
public interface Head {

  /** The name on the command line: {@code ner}. */
  String name();

  /** The files of weights it writes into core, each with a card. */
  default List<String> files() {
    return List.of(name() + ".bin");
  }

  /**
   * Learns it, prints its scores on held-out data, and writes weights and card.
   *
   * @param seed of shuffling, dropout and starting values
   * @throws IOException when data cannot be read or weights cannot be written
   */
  void train(BenchData data, WeightsFolder weights, long seed) throws IOException;
}
