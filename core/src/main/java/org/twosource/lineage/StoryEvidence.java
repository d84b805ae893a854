package org.twosource.lineage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.Alignment;

/**
 * What the reports of one story share, pair by pair, in the light of the others.
 *
 * <p>A word that third reports use too says little about two that share it. But copies are no
 * witnesses: a text printed forty times must not make its own words common. So pairs are first
 * judged alone, those that are surely copies are put together, and only reports outside the two
 * groups of a pair count as third reports.
 */
public final class StoryEvidence {
  /**
   * Groups are the same for any choice from .7 to .9 on the labelled pairs of the lineage suite.
   */
  private static final double SURELY = CopyGroups.SURELY;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<ProseWords> prose = new ArrayList<>();
  private final Map<Integer, BitSet> users = new HashMap<>();
  private final Map<Long, PairEvidence> pairs = new HashMap<>();
  private final int[] group;

  /**
   * @param alone the confidence that a pair seen alone is derived, 0 to 1
   */
  public StoryEvidence(
      List<Annotated> reports,
      List<Alignment> alignments,
      WordRarity rarity,
      ToDoubleFunction<PairEvidence> alone) {
    for (Annotated report : reports) {
      places.put(report.id(), places.size());
      ProseWords words = ProseWords.of(report, rarity);
      prose.add(words);
      for (int stem : words.anywhere()) {
        users.computeIfAbsent(stem, key -> new BitSet()).set(prose.size() - 1);
      }
    }
    group = new int[prose.size()];
    for (int at = 0; at < group.length; at++) {
      group[at] = at;
    }
    for (Alignment alignment : alignments) {
      int a = place(alignment.a());
      int b = place(alignment.b());
      if (a >= 0 && b >= 0) {
        PairEvidence found = PairEvidence.of(prose.get(a), prose.get(b), alignment);
        pairs.put(key(a, b), found);
        if (alone.applyAsDouble(found) >= SURELY) {
          join(a, b);
        }
      }
    }
  }

  /** What two reports share, in the order they were aligned; none when they were not. */
  public Optional<PairEvidence> of(String a, String b) {
    PairEvidence alone = pairs.get(key(place(a), place(b)));
    return Optional.ofNullable(alone)
        .map(
            found ->
                found.beside(
                    prose.get(place(a)), prose.get(place(b)), witnesses(place(a), place(b))));
  }

  /** The place of a report in the story, or -1. */
  int place(String report) {
    return places.getOrDefault(report, -1);
  }

  /** Pairs are kept as they were aligned: first report, second report. */
  private static long key(int a, int b) {
    return (long) a << 32 | b;
  }

  private Witnesses witnesses(int a, int b) {
    BitSet third = new BitSet(group.length);
    for (int at = 0; at < group.length; at++) {
      third.set(at, group[at] != group[a] && group[at] != group[b]);
    }
    return new Witnesses(
        third.cardinality(),
        stem -> {
          BitSet having = (BitSet) users.getOrDefault(stem, new BitSet()).clone();
          having.and(third);
          return having.cardinality();
        });
  }

  private void join(int a, int b) {
    int from = group[a];
    int to = group[b];
    for (int at = 0; from != to && at < group.length; at++) {
      group[at] = group[at] == from ? to : group[at];
    }
  }
}
