package org.twosource.brief;

import java.util.List;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Claim;
import org.twosource.distortion.Distortions;
import org.twosource.lineage.Lineage;
import org.twosource.story.Story;

/** The door of the stage. */
public interface BriefBuilder {
  Brief build(
      Story story,
      Annotations annotations,
      Lineage lineage,
      Distortions distortions,
      List<Claim> claims);
}
