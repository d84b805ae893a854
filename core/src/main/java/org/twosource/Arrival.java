package org.twosource;

import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.distortion.Distortion;
import org.twosource.lineage.Derivation;
import org.twosource.reuse.Alignment;

/**
 * What one more report brings to a story.
 *
 * @param report the report, annotated with the names of the reports it was compared with
 * @param families ids of the story's families that it belongs to: none when it is a source of its
 *     own, several when it shows that they are one
 * @param alignments with the reports it shares text with
 * @param derivations that it is a side of, surest first
 * @param changes what copying changed on the way to it
 * @param sources independent sources of the story, this report counted
 */
public record Arrival(
    Annotated report,
    List<String> families,
    List<Alignment> alignments,
    List<Derivation> derivations,
    List<Distortion> changes,
    int sources) {
  public Arrival {
    families = List.copyOf(families);
    alignments = List.copyOf(alignments);
    derivations = List.copyOf(derivations);
    changes = List.copyOf(changes);
  }

  /** Whether no report of the story so far is of one source with it. */
  public boolean isNewSource() {
    return families.isEmpty();
  }
}
