package org.twosource.brief;

import java.util.List;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Claim;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;
import org.twosource.story.Story;
import org.twosource.timeline.Timeline;

/** Everything found out about one story; stages that were not run are empty. */
public record StoryAccount(
    Story story,
    Annotations annotations,
    List<Alignment> alignments,
    Lineage lineage,
    Distortions distortions,
    Timeline timeline,
    List<Claim> claims,
    Brief brief) {
  public StoryAccount {
    alignments = List.copyOf(alignments);
    claims = List.copyOf(claims);
  }

  /**
   * The same account with the ids of an earlier one of this story, so that a family, claim,
   * distortion or line keeps its id when an older report has arrived since.
   */
  public StoryAccount withIdsOf(StoryAccount before) {
    return withIdsOf(before.ids());
  }

  /** The same with ids that were kept without their account. */
  public StoryAccount withIdsOf(FindingIds before) {
    return IdContinuity.carried(before, this);
  }

  /** What its findings are called, for an account to come. */
  public FindingIds ids() {
    return FindingIds.of(this);
  }
}
