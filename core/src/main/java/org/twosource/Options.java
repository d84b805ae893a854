package org.twosource;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.brief.Stage;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.story.StoryConstraints;

/**
 * What a run may be told.
 *
 * @param limits on what is read
 * @param asOf the publication date of reports for which nothing else gives one
 * @param until the last stage to run
 * @param stories what the user knows better about which reports belong together
 */
public record Options(
    Limits limits, Optional<PartialDate> asOf, Stage until, StoryConstraints stories) {

  public static Options standard() {
    return new Options(Limits.standard(), Optional.empty(), Stage.BRIEF, StoryConstraints.NONE);
  }

  /** By name, for the record of what made a result. */
  Map<String, String> named() {
    Map<String, String> named = new TreeMap<>();
    named.put("until", until.label());
    if (!stories.equals(StoryConstraints.NONE)) {
      named.put("together", stories.together().toString());
      named.put("apart", stories.apart().toString());
    }
    asOf.ifPresent(date -> named.put("as-of", date.iso()));
    return named;
  }
}
