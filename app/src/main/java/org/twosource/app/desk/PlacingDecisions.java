package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.app.decision.Decision;
import org.twosource.app.store.Digests;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;
import org.twosource.story.StoryConstraints;

/**
 * What a reader's decisions ask of placing and of titles. Of two decisions about one pair the later
 * holds.
 */
record PlacingDecisions(StoryConstraints stories, Map<String, String> titles) {

  /** The kind of a decision that two names are one entity's. */
  static final String SAME_NAME = "same-name";

  /** The same decisions have the same. */
  String digest() {
    return Digests.of(stories.toString(), new TreeMap<>(titles).toString());
  }

  static PlacingDecisions of(List<KeptDecision> kept, Store.View view) {
    List<StoryConstraints.Pair> together = new ArrayList<>();
    List<StoryConstraints.Pair> apart = new ArrayList<>();
    Map<String, String> titles = new HashMap<>();
    for (KeptDecision decision : kept) {
      if (decision.undone().isPresent()) {
        continue;
      }
      StoryConstraints.Pair pair = pair(decision.a(), decision.b());
      switch (decision.kind()) {
        case "together", "pin" -> {
          apart.remove(pair);
          together.add(pair);
        }
        case "apart" -> {
          together.remove(pair);
          apart.add(pair);
        }
        case "rename" -> titles.put(decision.a(), decision.b());
        default -> {
          // decisions about statements and names are asked for when a story is analysed
        }
      }
    }
    return new PlacingDecisions(new StoryConstraints(together, apart), titles);
  }

  /**
   * Whether a decision is about what is there.
   *
   * @return what it sets beside {@code a}: for a pin, a report of the story
   * @throws IllegalArgumentException saying what is missing
   */
  static String checked(String kind, String a, String b, Store.View view) {
    switch (kind) {
      case "together", "apart" -> {
        report(a, view);
        report(b, view);
      }
      case "same-claim", "different-claims" -> {
        Decision.statement(a);
        Decision.statement(b);
      }
      case "pin" -> {
        report(a, view);
        story(b, view);
        return view.members(b).stream()
            .filter(page -> !page.equals(a))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the story " + b + " has no other report"));
      }
      case "rename" -> {
        story(a, view);
        if (b.isBlank()) {
          throw new IllegalArgumentException("a story needs a title");
        }
      }
      case SAME_NAME -> {
        if (a.isBlank() || b.isBlank() || a.strip().equals(b.strip())) {
          throw new IllegalArgumentException(
              "same-name takes two names of one person, firm or place");
        }
      }
      default ->
          throw new IllegalArgumentException(
              "a decision is together, apart, same-claim, different-claims, same-name, pin or rename,"
                  + " not '"
                  + kind
                  + "'");
    }
    return b;
  }

  private static void report(String id, Store.View view) {
    if (view.current(id).isEmpty()) {
      throw new IllegalArgumentException("there is no report '" + id + "'");
    }
  }

  private static void story(String id, Store.View view) {
    if (view.story(id).isEmpty()) {
      throw new IllegalArgumentException("there is no story '" + id + "'");
    }
  }

  private static StoryConstraints.Pair pair(String a, String b) {
    return a.compareTo(b) <= 0 ? new StoryConstraints.Pair(a, b) : new StoryConstraints.Pair(b, a);
  }

  Optional<String> titleOf(String story) {
    return Optional.ofNullable(titles.get(story));
  }
}
