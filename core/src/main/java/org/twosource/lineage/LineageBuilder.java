package org.twosource.lineage;

import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.reuse.Alignment;

/** The door of the stage: the alignments of one story to its families. */
public interface LineageBuilder {

  /**
   * @param reports of one story, in story order
   * @param alignments between them
   */
  Lineage build(List<Annotated> reports, List<Alignment> alignments);
}
