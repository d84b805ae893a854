package org.twosource.distortion;

import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.Derivation;
import org.twosource.reuse.Passage;

/**
 * What two reports share, whether one was made from the other, and what changed on the way.
 *
 * @param a the first report
 * @param b the second report
 * @param passages in the order of {@code a}
 * @param derivations none where nothing speaks surely for copying
 * @param possible one where the two may share a text
 * @param distortions over all shared passages, and the quotations of both
 */
public record Comparison(
    Annotated a,
    Annotated b,
    List<Passage> passages,
    List<Derivation> derivations,
    List<Derivation> possible,
    Distortions distortions) {
  public Comparison {
    passages = List.copyOf(passages);
    derivations = List.copyOf(derivations);
    possible = List.copyOf(possible);
  }
}
