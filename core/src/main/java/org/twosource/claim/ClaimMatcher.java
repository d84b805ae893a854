package org.twosource.claim;

import java.util.List;
import org.twosource.annotate.Annotations;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;

/** The door of the stage: the claims of one story, the most widely stated first. */
public interface ClaimMatcher {
  List<Claim> match(Annotations annotations, List<Alignment> alignments, Lineage lineage);
}
