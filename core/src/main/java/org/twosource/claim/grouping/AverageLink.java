package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Average-link grouping over the pairs that were compared; a pair that was not compared counts as
 * nothing in common. Groups are merged best pair first while the mean probability over their pairs
 * is at least a threshold. Because a wording is only compared with its best candidates, the number
 * of pairs a mean is taken over is capped at {@link #MAX_SIDE} a side.
 */
public final class AverageLink {
  private static final int MAX_SIDE = 24;

  private final List<List<Integer>> members = new ArrayList<>();
  private final List<Map<Integer, Double>> links = new ArrayList<>();
  private final List<Set<Integer>> apart = new ArrayList<>();
  private final int[] version;
  private final int[] mergedInto;

  private record Pair(double mean, int a, int b, int versions) {}

  public AverageLink(int items) {
    version = new int[items];
    mergedInto = new int[items];
    for (int i = 0; i < items; i++) {
      mergedInto[i] = i;
      members.add(new ArrayList<>(List.of(i)));
      links.add(new TreeMap<>());
      apart.add(new TreeSet<>());
    }
  }

  public void link(int a, int b, double probability) {
    if (a != b) {
      links.get(a).put(b, probability);
      links.get(b).put(a, probability);
    }
  }

  /** Keeps two items in different groups. */
  public void keepApart(int a, int b) {
    apart.get(a).add(b);
    apart.get(b).add(a);
  }

  /** Merges the groups of two items whatever the evidence, unless they are kept apart. */
  public void join(int a, int b) {
    int first = groupOf(a);
    int second = groupOf(b);
    if (first != second && !apart.get(first).contains(second)) {
      merge(first, second);
    }
  }

  private int groupOf(int item) {
    int group = item;
    while (mergedInto[group] != group) {
      group = mergedInto[group];
    }
    return group;
  }

  /** The groups, in order of their first item; items ascending. */
  public List<List<Integer>> groups(double threshold) {
    PriorityQueue<Pair> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Pair pair) -> -pair.mean())
                .thenComparingInt(Pair::a)
                .thenComparingInt(Pair::b));
    for (int a = 0; a < links.size(); a++) {
      for (int b : links.get(a).keySet()) {
        if (a < b) {
          offer(queue, a, b, threshold);
        }
      }
    }
    while (!queue.isEmpty()) {
      Pair pair = queue.remove();
      boolean stale =
          members.get(pair.a()).isEmpty()
              || members.get(pair.b()).isEmpty()
              || pair.versions() != version[pair.a()] + version[pair.b()];
      if (stale || apart.get(pair.a()).contains(pair.b())) {
        continue;
      }
      merge(pair.a(), pair.b());
      for (int other : links.get(pair.a()).keySet()) {
        offer(queue, Math.min(pair.a(), other), Math.max(pair.a(), other), threshold);
      }
    }
    return members.stream()
        .filter(group -> !group.isEmpty())
        .map(group -> group.stream().sorted().toList())
        .sorted(Comparator.comparing(List::getFirst))
        .toList();
  }

  private void offer(PriorityQueue<Pair> queue, int a, int b, double threshold) {
    double mean = mean(a, b);
    if (mean >= threshold) {
      queue.add(new Pair(mean, a, b, version[a] + version[b]));
    }
  }

  private double mean(int a, int b) {
    double pairs =
        Math.min(MAX_SIDE, members.get(a).size())
            * (double) Math.min(MAX_SIDE, members.get(b).size());
    return Math.min(1, links.get(a).getOrDefault(b, 0.0) / pairs);
  }

  /** {@code b} goes into {@code a}. */
  private void merge(int a, int b) {
    members.get(a).addAll(members.get(b));
    members.get(b).clear();
    mergedInto[b] = a;
    links.get(a).remove(b);
    links.get(b).remove(a);
    links
        .get(b)
        .forEach(
            (other, sum) -> {
              links.get(a).merge(other, sum, Double::sum);
              links.get(other).remove(b);
              links.get(other).put(a, links.get(a).get(other));
            });
    links.get(b).clear();
    for (int other : apart.get(b)) {
      apart.get(a).add(other);
      apart.get(other).add(a);
    }
    version[a]++;
    version[b]++;
  }
}
