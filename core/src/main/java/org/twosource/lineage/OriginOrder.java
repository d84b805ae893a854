package org.twosource.lineage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The reports of a story from those nearest an origin on: how many steps of copying lie between a
 * report and the text it goes back to. Of equals, the one earlier in the story comes first.
 */
public final class OriginOrder implements Comparator<String> {
  private final Map<String, Integer> steps = new HashMap<>();
  private final Map<String, Integer> place = new HashMap<>();

  /**
   * @param reports ids, in story order
   */
  public OriginOrder(List<String> reports, Lineage lineage) {
    for (String report : reports) {
      place.putIfAbsent(report, place.size());
    }
    Map<String, List<String>> copies = new LinkedHashMap<>();
    for (Derivation derivation : lineage.derivations()) {
      if (derivation.directed()) {
        copies.computeIfAbsent(derivation.from(), from -> new ArrayList<>()).add(derivation.to());
      }
    }
    Deque<String> open = new ArrayDeque<>();
    for (Family family : lineage.families()) {
      String origin = family.origin().id();
      steps.put(origin, 0);
      open.add(origin);
    }
    while (!open.isEmpty()) {
      String from = open.remove();
      int next = steps(from) + 1;
      for (String to : copies.getOrDefault(from, List.of())) {
        if (steps.putIfAbsent(to, next) == null) {
          open.add(to);
        }
      }
    }
  }

  /** Steps of copying between a report and its origin; 1 where nothing is known. */
  public int steps(String report) {
    return steps.getOrDefault(report, 1);
  }

  @Override
  public int compare(String a, String b) {
    int bySteps = Integer.compare(steps(a), steps(b));
    return bySteps != 0
        ? bySteps
        : Integer.compare(
            place.getOrDefault(a, Integer.MAX_VALUE), place.getOrDefault(b, Integer.MAX_VALUE));
  }
}
