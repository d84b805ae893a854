package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.claim.Decisions;
import org.twosource.claim.Wording;

/**
 * Parts a group of like wordings where independent families hang together by weak likeness alone:
 * that two sources state the same is said only where some wording of one is surely like some
 * wording of the other, however alike the rest of the group is.
 */
public final class FamilyTies {
  /** Probability of stating the same from which on two families are tied. */
  static final double SURE = 0.25;

  private final WordingIndex index;
  private final Decisions decisions;
  private final Map<Integer, List<Integer>> sure = new HashMap<>();

  public FamilyTies(WordingIndex index, List<Link> links, Decisions decisions) {
    this.index = index;
    this.decisions = decisions;
    for (Link link : links) {
      if (link.probability() >= SURE) {
        sure.computeIfAbsent(link.a(), any -> new ArrayList<>()).add(link.b());
      }
    }
  }

  /** The wordings by tied families, in order of their first wording; each in story order. */
  public List<List<Wording>> parted(List<Wording> group) {
    Map<String, String> heads = new LinkedHashMap<>();
    Map<Integer, Set<String>> families = new LinkedHashMap<>();
    for (Wording wording : group) {
      heads.putIfAbsent(wording.family(), wording.family());
      families
          .computeIfAbsent(index.entryOf(wording).at(), any -> new LinkedHashSet<>())
          .add(wording.family());
    }
    if (heads.size() < 2) {
      return List.of(group);
    }
    families.forEach(
        (entry, own) -> {
          own.forEach(family -> tie(heads, own.iterator().next(), family));
          for (int other : sure.getOrDefault(entry, List.of())) {
            families
                .getOrDefault(other, Set.of())
                .forEach(family -> tie(heads, own.iterator().next(), family));
          }
        });
    for (Decisions.Decision decision : decisions.joined(group)) {
      tie(heads, decision.a().family(), decision.b().family());
    }
    Map<String, List<Wording>> parts = new LinkedHashMap<>();
    for (Wording wording : group) {
      parts.computeIfAbsent(head(heads, wording.family()), any -> new ArrayList<>()).add(wording);
    }
    return List.copyOf(parts.values());
  }

  private static void tie(Map<String, String> heads, String one, String other) {
    heads.put(head(heads, other), head(heads, one));
  }

  private static String head(Map<String, String> heads, String family) {
    String head = family;
    while (!heads.get(head).equals(head)) {
      head = heads.get(head);
    }
    return head;
  }
}
