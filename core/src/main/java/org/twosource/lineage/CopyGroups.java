package org.twosource.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.reuse.PassageAligner;

/**
 * Puts reports that go back to one text together, from the surest pair to the least sure.
 *
 * <p>Only a sure pair joins: what may share a text makes nobody one source. A single report that is
 * surely made from one member joins whatever the others say, since a cut need not share anything
 * with another cut. Nor does one that a member was made from and names, where that member names
 * another of the group as well: the two whom a round-up was made from are two. Two groups of
 * several reports never join by one pair, for a round-up made from both does not make them one: the
 * pairs between them must be likely on the whole (average link).
 */
final class CopyGroups {
  /** The mean over all pairs between: pair F1 of families is flat from .2 to .3 (lineage suite). */
  private static final double MIN_BETWEEN = .25;

  /**
   * The confidence from which two reports are one source. Of the natural pairs of the lineage suite
   * that a judge which has not seen their story puts there 28 of 29 are derived, of those from .5
   * to .8 eight of ten.
   */
  static final double SURELY = .8;

  /** From here on a pair may share a text. */
  static final double LIKELY = .5;

  private final Map<Long, Double> confidence = new HashMap<>();
  private final Map<Integer, Integer> compared = new HashMap<>();
  private final Map<Long, Integer> refused = new HashMap<>(); // by two groups: their reports then
  private final Map<Integer, Set<Integer>> named = new HashMap<>();
  private final int[] group;
  private final List<List<Integer>> members = new ArrayList<>();

  private CopyGroups(int count) {
    group = new int[count];
    for (int at = 0; at < count; at++) {
      group[at] = at;
      members.add(new ArrayList<>(List.of(at)));
    }
  }

  /**
   * The groups, each by its first report, members ascending.
   *
   * @param count of reports; pairs name them by their places
   * @param pairs all that were compared, surest first
   * @param together places that belong together whatever was compared, ascending
   * @param directed the likely pairs with who has it from whom
   */
  static Map<Integer, List<Integer>> of(
      int count,
      List<PairJudgement> pairs,
      List<List<Integer>> together,
      List<DerivedPair> directed) {
    CopyGroups groups = new CopyGroups(count);
    directed.forEach(groups::name);
    together.forEach(groups::put);
    for (PairJudgement pair : pairs) {
      groups.confidence.put(key(pair.a(), pair.b()), pair.confidence());
      groups.compared.merge(Math.min(pair.a(), pair.b()), 1, Integer::sum);
    }
    for (PairJudgement pair : pairs) {
      if (pair.confidence() >= SURELY) {
        groups.join(pair);
      }
    }
    Map<Integer, List<Integer>> byFirst = new LinkedHashMap<>();
    for (int at = 0; at < count; at++) {
      byFirst.computeIfAbsent(groups.group[at], first -> new ArrayList<>()).add(at);
    }
    return byFirst;
  }

  private void put(List<Integer> together) {
    int one = together.getFirst();
    for (int two : together.subList(1, together.size())) {
      group[two] = one;
      members.get(one).addAll(members.get(two));
      members.get(two).clear();
    }
  }

  /** Keeps whom a report has its text from and names. */
  private void name(DerivedPair pair) {
    Direction direction = pair.direction();
    if (direction.isNamed()) {
      boolean back = direction.way() == Direction.Way.B_TO_A;
      named
          .computeIfAbsent(back ? pair.a() : pair.b(), any -> new HashSet<>())
          .add(back ? pair.b() : pair.a());
    }
  }

  /**
   * Whether a report is one of two or more that a member of a group was made from and names, and is
   * like nothing else in it.
   */
  private boolean isOneOfTwoNamed(int report, List<Integer> others) {
    return others.stream()
            .map(copy -> named.getOrDefault(copy, Set.of()))
            .anyMatch(from -> from.contains(report) && others.stream().anyMatch(from::contains))
        && others.stream()
            .filter(other -> !named.getOrDefault(other, Set.of()).contains(report))
            .allMatch(other -> confidence.getOrDefault(key(report, other), 0.0) < LIKELY);
  }

  private void join(PairJudgement pair) {
    int one = Math.min(group[pair.a()], group[pair.b()]);
    int two = Math.max(group[pair.a()], group[pair.b()]);
    if (one == two) {
      return;
    }
    // The mean is another one only when a group has grown, and a later pair is no surer.
    int reports = members.get(one).size() + members.get(two).size();
    if (refused.getOrDefault(key(one, two), 0) == reports) {
      return;
    }
    if (!mayJoin(members.get(one), members.get(two))) {
      refused.put(key(one, two), reports);
      return;
    }
    for (int member : members.get(two)) {
      group[member] = one;
    }
    members.get(one).addAll(members.get(two));
    members.get(two).clear();
  }

  private boolean mayJoin(List<Integer> one, List<Integer> two) {
    if (one.size() == 1 || two.size() == 1) {
      return !(one.size() == 1 && isOneOfTwoNamed(one.getFirst(), two))
          && !(two.size() == 1 && isOneOfTwoNamed(two.getFirst(), one));
    }
    double sum = 0;
    int known = 0;
    for (int a : one) {
      for (int b : two) {
        Double found = confidence.get(key(a, b));
        boolean left =
            found == null
                && compared.getOrDefault(Math.min(a, b), 0) >= PassageAligner.MAX_PARTNERS;
        sum += found == null ? 0 : found;
        known += left ? 0 : 1;
      }
    }
    return known > 0 && sum >= MIN_BETWEEN * known;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
