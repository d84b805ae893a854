package org.twosource.reuse;

import java.util.List;
import org.twosource.annotate.Annotated;

/**
 * The door of the stage: the reports of one story to the alignments between them. Pairs that share
 * nothing are left out. Cost grows with the text shared, not with the number of pairs.
 */
public interface Aligner {

  /**
   * Alignments of all pairs that share something, ordered by the position of {@code a}, {@code b}.
   */
  List<Alignment> align(List<Annotated> reports);
}
