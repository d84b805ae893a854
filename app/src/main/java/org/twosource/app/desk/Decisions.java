package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.app.store.KeptDecision;
import org.twosource.app.store.Store;
import org.twosource.story.StoryConstraints;

/**
 * What a reader's decisions ask of placing and of titles. Of two decisions about one pair the later
 * holds.
 */
record Decisions(StoryConstraints stories, Map<String, String> titles) {

  static Decisions of(List<KeptDecision> kept, Store.View view) {
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
          // decisions about statements are asked for when a story is analysed
        }
      }
    }
    return new Decisions(new StoryConstraints(together, apart), titles);
  }

  private static StoryConstraints.Pair pair(String a, String b) {
    return a.compareTo(b) <= 0 ? new StoryConstraints.Pair(a, b) : new StoryConstraints.Pair(b, a);
  }

  Optional<String> titleOf(String story) {
    return Optional.ofNullable(titles.get(story));
  }
}
