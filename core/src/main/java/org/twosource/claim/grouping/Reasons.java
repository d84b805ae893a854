package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.twosource.claim.Decisions;
import org.twosource.claim.Merge;
import org.twosource.claim.Wording;

/**
 * Tells for each claim which links hold its statements together: of all pairs that were compared,
 * those of the maximum spanning tree (Kruskal 1956), a reader's decisions first. One claim at a
 * time, one thread.
 */
public final class Reasons {
  /** Pieces of evidence told of one merge. */
  private static final int MAX_EVIDENCE = 5;

  private final Comparisons comparisons;
  private final WordingIndex index;
  private final Decisions decisions;
  private final Map<Integer, List<LikePair>> links = new HashMap<>();

  public Reasons(Comparisons comparisons, Decisions decisions) {
    this.comparisons = comparisons;
    this.index = comparisons.index();
    this.decisions = decisions;
    for (LikePair link : comparisons.links()) {
      links.computeIfAbsent(link.a(), any -> new ArrayList<>()).add(link);
    }
  }

  /** Why the wordings of a group of likeness are one claim, in order of their second statement. */
  public List<Merge> ofGroup(List<Wording> wordings) {
    int[] parent = new int[wordings.size()];
    for (int at = 0; at < parent.length; at++) {
      parent[at] = at;
    }
    List<Merge> merges = new ArrayList<>();
    Map<Integer, Integer> firstOfEntry = new LinkedHashMap<>();
    for (int at = 0; at < wordings.size(); at++) {
      Integer first = firstOfEntry.putIfAbsent(index.entryOf(wordings.get(at)).at(), at);
      if (first != null && join(parent, first, at)) {
        merges.add(new Merge(first, at, Merge.By.SAME_WORDS, 1, List.of("the same content words")));
      }
    }
    for (Decisions.Decision decision : decisions.joined(wordings)) {
      int a = at(wordings, decision.a());
      int b = at(wordings, decision.b());
      if (join(parent, a, b)) {
        merges.add(
            merge(a, b, Merge.By.CONSTRAINT, 1, List.of("your decision: " + decision.label())));
      }
    }
    firstOfEntry.keySet().stream()
        .flatMap(entry -> links.getOrDefault(entry, List.of()).stream())
        .filter(link -> firstOfEntry.containsKey(link.b()))
        .sorted(
            Comparator.comparingDouble((LikePair link) -> -link.probability())
                .thenComparingInt(LikePair::a)
                .thenComparingInt(LikePair::b))
        .forEach(
            link -> {
              int a = Objects.requireNonNull(firstOfEntry.get(link.a()));
              int b = Objects.requireNonNull(firstOfEntry.get(link.b()));
              if (join(parent, a, b)) {
                merges.add(
                    merge(
                        a, b, Merge.By.LIKENESS, link.probability(), evidence(link.a(), link.b())));
              }
            });
    merges.sort(Comparator.comparingInt(Merge::b).thenComparingInt(Merge::a));
    return List.copyOf(merges);
  }

  /** Why competing answers are one claim: each is tied to the first by the question. */
  public List<Merge> ofQuestion(List<Wording> wordings, String question) {
    List<Merge> merges = new ArrayList<>();
    for (int at = 1; at < wordings.size(); at++) {
      merges.add(ofDispute(wordings, 0, at, question));
    }
    return List.copyOf(merges);
  }

  /** Why two of the wordings belong together: they answer one question. */
  public Merge ofDispute(List<Wording> wordings, int one, int other, String question) {
    int a = index.entryOf(wordings.get(one)).at();
    int b = index.entryOf(wordings.get(other)).at();
    List<String> evidence = new ArrayList<>(List.of(question));
    if (a != b) {
      evidence.addAll(evidence(a, b));
    }
    double probability =
        a == b
            ? 1
            : comparisons
                .likeness()
                .probability(comparisons.evidence(Math.min(a, b), Math.max(a, b)));
    return merge(one, other, Merge.By.QUESTION, probability, evidence);
  }

  private List<String> evidence(int a, int b) {
    return comparisons.likeness().reasons(comparisons.evidence(a, b)).entrySet().stream()
        .limit(MAX_EVIDENCE)
        .map(reason -> String.format(Locale.ROOT, "%s %.2f", reason.getKey(), reason.getValue()))
        .toList();
  }

  private static Merge merge(int a, int b, Merge.By by, double score, List<String> evidence) {
    return new Merge(Math.min(a, b), Math.max(a, b), by, score, evidence);
  }

  private static int at(List<Wording> wordings, Wording wanted) {
    for (int at = 0; at < wordings.size(); at++) {
      if (wordings.get(at).at() == wanted.at()) {
        return at;
      }
    }
    throw new IllegalArgumentException(wanted.place() + " is not in the group");
  }

  private static boolean join(int[] parent, int a, int b) {
    int rootA = root(parent, a);
    int rootB = root(parent, b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return rootA != rootB;
  }

  private static int root(int[] parent, int at) {
    int root = at;
    while (parent[root] != root) {
      root = parent[root];
    }
    return root;
  }
}
