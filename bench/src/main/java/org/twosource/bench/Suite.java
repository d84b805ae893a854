package org.twosource.bench;

import java.io.IOException;
import java.util.List;

/** One capability measured on labelled data. */
public interface Suite {

  /** The name on the command line and of the results file: {@code lineage}. */
  String name();

  /**
   * Runs it.
   *
   * @param data where the labelled data lies
   * @return the figures, in the order in which they are shown
   * @throws IOException when the data cannot be read
   */
  List<Figure> run(BenchData data) throws IOException;
}
