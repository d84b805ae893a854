package org.twosource.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.twosource.story.Story;

/**
 * Which of the stories found now is which of the stories known before: the one that shares most
 * reports with it keeps its id. So an id outlives late reports, merges and splits, even where the
 * first report of the story is another one.
 */
final class Identities {
  private final Map<String, String> before;
  private final Predicate<String> isTaken;

  /**
   * @param before page to story
   * @param isTaken whether an id was ever given
   */
  Identities(Map<String, String> before, Predicate<String> isTaken) {
    this.before = before;
    this.isTaken = isTaken;
  }

  private record Shared(int story, String id, int reports) {}

  /** The ids of the stories found, in their order. */
  List<String> of(List<Story> found) {
    List<Shared> shared = new ArrayList<>();
    for (int at = 0; at < found.size(); at++) {
      Map<String, Integer> counts = new HashMap<>();
      for (String page : found.get(at).reports()) {
        String id = before.get(page);
        if (id != null) {
          counts.merge(id, 1, Integer::sum);
        }
      }
      int story = at;
      counts.forEach((id, reports) -> shared.add(new Shared(story, id, reports)));
    }
    shared.sort(
        Comparator.<Shared>comparingInt(one -> -one.reports())
            .thenComparing(Shared::id)
            .thenComparingInt(Shared::story));
    String[] ids = new String[found.size()];
    Set<String> given = new HashSet<>();
    for (Shared one : shared) {
      if (ids[one.story()] == null && given.add(one.id())) {
        ids[one.story()] = one.id();
      }
    }
    List<String> all = new ArrayList<>();
    for (int at = 0; at < ids.length; at++) {
      all.add(ids[at] != null ? ids[at] : fresh(found.get(at).id(), given));
    }
    return all;
  }

  private String fresh(String id, Set<String> given) {
    String free = id;
    for (int number = 2; given.contains(free) || isTaken.test(free); number++) {
      free = id + "-" + number;
    }
    given.add(free);
    return free;
  }
}
