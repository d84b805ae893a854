package org.twosource.compare;

import java.util.Optional;

/** Reads where a copy tells otherwise than its original. Any thread may call it. */
@FunctionalInterface
public interface DifferenceReader {

  /** Knows nothing: for a run without a model. */
  DifferenceReader SILENT = (before, after) -> Optional.empty();

  /**
   * Which words of two texts tell something else; empty when there is no model or nothing to read.
   * The same texts give the same answer.
   */
  Optional<Difference> read(String before, String after);
}
