package org.twosource.timeline;

import java.util.List;
import org.twosource.annotate.Annotations;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;

/** The door of the stage. */
public interface TimelineBuilder {
  Timeline build(Annotations annotations, List<Alignment> alignments, Lineage lineage);
}
