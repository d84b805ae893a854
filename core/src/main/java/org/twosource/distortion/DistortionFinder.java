package org.twosource.distortion;

import java.util.List;
import org.twosource.annotate.Annotations;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;

/** The door of the stage. */
public interface DistortionFinder {
  Distortions find(Annotations annotations, List<Alignment> alignments, Lineage lineage);
}
