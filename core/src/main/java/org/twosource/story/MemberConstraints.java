package org.twosource.story;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the user decided, asked of open stories by their members. Keeps no state. */
final class MemberConstraints {
  private final StoryConstraints constraints;

  MemberConstraints(StoryConstraints constraints) {
    this.constraints = constraints;
  }

  /** Whether the user decided nothing. */
  boolean isNone() {
    return constraints.equals(StoryConstraints.NONE);
  }

  /** Whether a member was put together with another report, which may still arrive. */
  boolean nameOneOf(OpenStory story) {
    return story.members.stream().anyMatch(member -> constraints.namesTogether(member.id()));
  }

  boolean forbid(Placed report, OpenStory story) {
    return !constraints.apart().isEmpty()
        && story.members.stream().anyMatch(member -> constraints.part(report.id(), member.id()));
  }

  /** Whether a member of the one may not be in the other. */
  boolean forbid(OpenStory one, OpenStory other) {
    return one.members.stream().anyMatch(member -> forbid(member, other));
  }

  boolean join(Placed report, OpenStory story) {
    return !constraints.together().isEmpty()
        && story.members.stream().anyMatch(member -> constraints.join(report.id(), member.id()));
  }

  /** The first story that the user does not keep the report out of. */
  @Nullable OpenStory first(Placed report, List<OpenStory> stories) {
    return stories.stream()
        .filter(story -> !story.members.isEmpty() && !forbid(report, story))
        .findFirst()
        .orElse(null);
  }

  /** The story of a report that the user put together with this one, however unlike they are. */
  @Nullable OpenStory named(Placed report, List<OpenStory> stories) {
    return joined(report, stories).filter(story -> !forbid(report, story)).findFirst().orElse(null);
  }

  /** A story that is to be merged into that of the report, unless a pair forbids it. */
  @Nullable OpenStory asked(Placed report, OpenStory home, List<OpenStory> stories) {
    return joined(report, stories)
        .filter(story -> story != home && !forbid(home, story))
        .findFirst()
        .orElse(null);
  }

  private Stream<OpenStory> joined(Placed report, List<OpenStory> stories) {
    return constraints.together().isEmpty()
        ? Stream.of()
        : stories.stream().filter(story -> join(report, story));
  }

  /** Whether the user put together two members of which one would leave. */
  boolean holdTogether(OpenStory story, List<Integer> leaving) {
    if (constraints.together().isEmpty()) {
      return false;
    }
    for (int leaver : leaving) {
      for (int i = 0; i < story.members.size(); i++) {
        if (!leaving.contains(i)
            && constraints.join(story.members.get(leaver).id(), story.members.get(i).id())) {
          return true;
        }
      }
    }
    return false;
  }
}
