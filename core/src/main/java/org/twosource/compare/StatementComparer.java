package org.twosource.compare;

import java.util.Optional;

/** Tells how two statements stand to each other. Any thread may call it. */
@FunctionalInterface
public interface StatementComparer {

  /** Knows nothing: for a run without a model. */
  StatementComparer SILENT = (first, second) -> Optional.empty();

  /**
   * How two sentences or clauses stand to each other; empty when there is no model or nothing to
   * read, and then words are all the evidence there is. The same statements give the same
   * comparison, and in the other order its mirror image.
   */
  Optional<StatementComparison> compare(String first, String second);
}
