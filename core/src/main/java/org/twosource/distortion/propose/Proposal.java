package org.twosource.distortion.propose;

import java.util.Optional;
import org.twosource.distortion.Distortion.Kind;
import org.twosource.distortion.Finding;
import org.twosource.report.Span;

/**
 * Something that may have changed between a sentence and its copy.
 *
 * @param kind what it would be
 * @param before the words before, offsets into the body before; absent where words were added
 * @param after the words in the copy, offsets into its body; absent where words were dropped
 * @param finding what a detector found there, if one did
 * @param evidence what speaks for and against it, in the order of {@link ProposalEvidence#FEATURES}
 */
public record Proposal(
    Kind kind,
    Optional<Span> before,
    Optional<Span> after,
    Optional<Finding> finding,
    double[] evidence) {

  /** Whether both point at the same words on either side. */
  public boolean touches(Proposal other) {
    return touch(before, other.before) || touch(after, other.after);
  }

  static boolean touch(Optional<Span> one, Optional<Span> two) {
    return one.isPresent() && two.isPresent() && one.get().overlaps(two.get());
  }
}
