package org.twosource.story;

import java.util.List;

/**
 * What the user knows better: pairs of reports that are one story, and pairs that are not. They
 * hold against any evidence; a pair that is in both lists is kept apart.
 */
public record StoryConstraints(List<Pair> together, List<Pair> apart) {

  public static final StoryConstraints NONE = new StoryConstraints(List.of(), List.of());

  /** Two report ids. */
  public record Pair(String a, String b) {
    boolean names(String one, String other) {
      return a.equals(one) && b.equals(other) || a.equals(other) && b.equals(one);
    }
  }

  public StoryConstraints {
    together = List.copyOf(together);
    apart = List.copyOf(apart);
  }

  boolean join(String one, String other) {
    return together.stream().anyMatch(pair -> pair.names(one, other)) && !part(one, other);
  }

  boolean part(String one, String other) {
    return apart.stream().anyMatch(pair -> pair.names(one, other));
  }

  /** Whether the user has put a report together with another. */
  boolean namesTogether(String report) {
    return together.stream().anyMatch(pair -> pair.a().equals(report) || pair.b().equals(report));
  }
}
