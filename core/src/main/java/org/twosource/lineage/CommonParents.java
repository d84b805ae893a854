package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.Direction.Way;
import org.twosource.reuse.Passage;

/**
 * Takes back directions that a third report explains better: two reports that both have from it
 * most of what they share are siblings, and the dates of siblings say nothing of who copied whom.
 */
final class CommonParents {
  /** The parent has at least this share of the passages that the two share. */
  private static final double MIN_EXPLAINED = .7;

  private CommonParents() {}

  static List<DerivedPair> read(List<Annotated> reports, List<DerivedPair> pairs) {
    Map<Integer, Map<Integer, DerivedPair>> parents = new HashMap<>();
    for (DerivedPair pair : pairs) {
      switch (pair.direction().way()) {
        case A_TO_B -> note(parents, pair.b(), pair.a(), pair);
        case B_TO_A -> note(parents, pair.a(), pair.b(), pair);
        case COMMON, UNKNOWN -> {}
      }
    }
    List<DerivedPair> read = new ArrayList<>();
    for (DerivedPair pair : pairs) {
      Optional<Integer> parent =
          pair.direction().isWeak() ? parent(pair, parents) : Optional.empty();
      read.add(
          parent
              .map(at -> "both have it from " + reports.get(at).id())
              .map(reason -> pair.with(new Direction(Way.COMMON, reason)))
              .orElse(pair));
    }
    return read;
  }

  private static void note(
      Map<Integer, Map<Integer, DerivedPair>> parents, int child, int parent, DerivedPair pair) {
    parents.computeIfAbsent(child, key -> new HashMap<>()).put(parent, pair);
  }

  private static Optional<Integer> parent(
      DerivedPair pair, Map<Integer, Map<Integer, DerivedPair>> parents) {
    Map<Integer, DerivedPair> ofA = parents.getOrDefault(pair.a(), Map.of());
    Map<Integer, DerivedPair> ofB = parents.getOrDefault(pair.b(), Map.of());
    return ofA.keySet().stream()
        .sorted()
        .filter(ofB::containsKey)
        .filter(
            parent -> explained(pair, places(ofA, parent, pair.a()), places(ofB, parent, pair.b())))
        .findFirst();
  }

  /** The sentences of a child that have a counterpart in the parent. */
  private static Set<Integer> places(Map<Integer, DerivedPair> parents, int parent, int child) {
    Set<Integer> places = new HashSet<>();
    DerivedPair pair = parents.get(parent);
    if (pair != null) {
      for (Passage passage : pair.evidence().prose()) {
        places.addAll(pair.a() == child ? passage.a() : passage.b());
      }
    }
    return places;
  }

  private static boolean explained(DerivedPair pair, Set<Integer> ofA, Set<Integer> ofB) {
    List<Passage> shared = pair.evidence().prose();
    long found =
        shared.stream()
            .filter(passage -> passage.a().stream().anyMatch(ofA::contains))
            .filter(passage -> passage.b().stream().anyMatch(ofB::contains))
            .count();
    return found >= MIN_EXPLAINED * shared.size();
  }
}
