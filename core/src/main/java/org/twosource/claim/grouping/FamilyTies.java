package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.claim.Decisions;
import org.twosource.claim.Wording;

/**
 * Parts a group of like wordings into claims that several sources surely share, and what is left.
 *
 * <p>A claim hangs on one wording, its anchor: a wording of another family belongs to it only
 * through a sure tie with the anchor ({@link SureTies}), a wording of a family that is in only as
 * another print of one that is. So any two sources of a claim are one tie apart, and a chain of
 * weak links makes no claim. What is alike and not surely tied becomes a claim of its own family
 * and is told as related. One story, one thread.
 */
public final class FamilyTies {
  /** Pairs that are compared of one group, the likeliest first. */
  private static final int MAX_COMPARED_OF_GROUP = 24;

  /** Likeness from which on two wordings of one family are two prints of one statement. */
  private static final double ALIKE = .5;

  /** Likeness from which on what is not counted is worth showing beside a claim. */
  private static final double RELATED = .35;

  /** Related wordings kept of one claim. */
  private static final int MAX_RELATED = 12;

  private final WordingIndex index;
  private final Decisions decisions;
  private final SureTies ties;
  private final Map<Integer, List<LikePair>> links = new HashMap<>();

  public FamilyTies(WordingIndex index, List<LikePair> links, Decisions decisions, SureTies ties) {
    this.index = index;
    this.decisions = decisions;
    this.ties = ties;
    for (LikePair link : links) {
      this.links.computeIfAbsent(link.a(), any -> new ArrayList<>()).add(link);
    }
  }

  /** The wordings in parts, in order of their first wording; each in story order. */
  public List<LikeGroup> parted(List<Wording> group) {
    List<List<Wording>> parts = new ArrayList<>();
    List<Wording> rest = group;
    while (rest.stream().map(Wording::family).distinct().limit(2).count() > 1) {
      List<Wording> core = core(rest);
      if (core.isEmpty()) {
        break;
      }
      parts.add(core);
      Set<Integer> taken = core.stream().map(Wording::at).collect(Collectors.toSet());
      rest = rest.stream().filter(wording -> !taken.contains(wording.at())).toList();
    }
    Map<String, List<Wording>> byFamily = new LinkedHashMap<>();
    rest.forEach(
        wording ->
            byFamily.computeIfAbsent(wording.family(), any -> new ArrayList<>()).add(wording));
    parts.addAll(byFamily.values());
    parts.sort(Comparator.comparingInt(part -> part.getFirst().at()));
    return parts.stream().map(part -> new LikeGroup(part, related(part, group))).toList();
  }

  /** What other families of the group say that is like the part, a sentence once. */
  private List<LikeGroup.Alike> related(List<Wording> part, List<Wording> group) {
    Set<String> own = part.stream().map(Wording::family).collect(Collectors.toSet());
    Set<List<Integer>> told = new HashSet<>();
    return group.stream()
        .filter(other -> !own.contains(other.family()))
        .map(other -> new LikeGroup.Alike(other, likest(other, part)))
        .filter(alike -> alike.score() >= RELATED)
        .sorted(
            Comparator.comparingDouble((LikeGroup.Alike alike) -> -alike.score())
                .thenComparingInt(alike -> alike.wording().at()))
        .filter(
            alike ->
                told.add(List.of(alike.wording().report(), alike.wording().sentence().index())))
        .limit(MAX_RELATED)
        .toList();
  }

  /** The greatest likeness to one of the wordings, 0 to 1. */
  private double likest(Wording other, List<Wording> wordings) {
    return wordings.stream().mapToDouble(wording -> likeness(wording, other)).max().orElse(0);
  }

  /** What hangs on the wording that has the most sure ties; empty where there is none. */
  private List<Wording> core(List<Wording> group) {
    Map<Integer, Map<Integer, Double>> sure = new LinkedHashMap<>();
    Map<Integer, Wording> byPlace = new HashMap<>();
    group.forEach(wording -> byPlace.put(wording.at(), wording));
    for (Candidate pair : candidates(group)) {
      double strength = pair.decided() ? 1 : ties.between(pair.a(), pair.b());
      if (SureTies.isSure(strength)) {
        int a = pair.a().at();
        int b = pair.b().at();
        sure.computeIfAbsent(a, any -> new LinkedHashMap<>()).put(b, strength);
        sure.computeIfAbsent(b, any -> new LinkedHashMap<>()).put(a, strength);
      }
    }
    int anchor = -1;
    double most = 0;
    for (Map.Entry<Integer, Map<Integer, Double>> one : sure.entrySet()) {
      long families =
          one.getValue().keySet().stream()
              .flatMap(at -> Optional.ofNullable(byPlace.get(at)).stream())
              .map(Wording::family)
              .distinct()
              .count();
      double mean =
          one.getValue().values().stream().mapToDouble(strength -> strength).average().orElse(0);
      if (families + mean > most) {
        most = families + mean;
        anchor = one.getKey();
      }
    }
    Set<Integer> tied = new LinkedHashSet<>(sure.getOrDefault(anchor, Map.of()).keySet());
    tied.add(anchor);
    List<Wording> hanging = group.stream().filter(one -> tied.contains(one.at())).toList();
    return group.stream()
        .filter(
            wording ->
                tied.contains(wording.at())
                    || hanging.stream().anyMatch(one -> isPrintOf(wording, one)))
        .toList();
  }

  /** Whether a wording is the same text as another of its family. */
  private boolean isPrintOf(Wording wording, Wording other) {
    return wording.family().equals(other.family())
        && (wording.sentence() == other.sentence()
            || index.entryOf(wording).at() == index.entryOf(other).at()
            || wording.isCopyOf(other)
            || other.isCopyOf(wording)
            || likeness(wording, other) >= ALIKE);
  }

  private double likeness(Wording a, Wording b) {
    if (index.entryOf(a).at() == index.entryOf(b).at()) {
      return 1;
    }
    int one = Math.min(index.entryOf(a).at(), index.entryOf(b).at());
    int other = Math.max(index.entryOf(a).at(), index.entryOf(b).at());
    return links.getOrDefault(one, List.of()).stream()
        .filter(link -> link.b() == other)
        .mapToDouble(LikePair::probability)
        .findFirst()
        .orElse(0);
  }

  /**
   * Two wordings of different families that may state the same.
   *
   * @param decided whether the reader says so
   */
  private record Candidate(Wording a, Wording b, double likeness, boolean decided) {}

  /** The pairs to ask about, the likeliest first; of one family's prints one is enough. */
  private List<Candidate> candidates(List<Wording> group) {
    Map<Integer, List<Wording>> byEntry = new LinkedHashMap<>();
    for (Wording wording : group) {
      List<Wording> same =
          byEntry.computeIfAbsent(index.entryOf(wording).at(), any -> new ArrayList<>());
      if (same.stream().noneMatch(other -> other.family().equals(wording.family()))) {
        same.add(wording);
      }
    }
    List<Candidate> pairs = new ArrayList<>();
    for (Decisions.Decision decision : decisions.joined(group)) {
      if (!decision.a().family().equals(decision.b().family())) {
        pairs.add(new Candidate(decision.a(), decision.b(), 1, true));
      }
    }
    List<Candidate> like = new ArrayList<>();
    byEntry.forEach(
        (entry, own) -> {
          pair(own, own, 1, like);
          for (LikePair link : links.getOrDefault(entry, List.of())) {
            pair(own, byEntry.getOrDefault(link.b(), List.of()), link.probability(), like);
          }
        });
    like.sort(
        Comparator.comparingDouble((Candidate pair) -> -pair.likeness())
            .thenComparingInt(pair -> pair.a().at())
            .thenComparingInt(pair -> pair.b().at()));
    pairs.addAll(like.subList(0, Math.min(like.size(), MAX_COMPARED_OF_GROUP)));
    return pairs;
  }

  private static void pair(
      List<Wording> own, List<Wording> others, double likeness, List<Candidate> pairs) {
    for (Wording a : own) {
      for (Wording b : others) {
        if (!a.family().equals(b.family()) && (own != others || a.at() < b.at())) {
          pairs.add(new Candidate(a, b, likeness, false));
        }
      }
    }
  }
}
