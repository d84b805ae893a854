package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Wording;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.Passage;

/** Which entries stand in passages that were aligned, and how similar those are. */
final class PassagePairs {
  private PassagePairs() {}

  /** Similarity of the passage two entries stand in, by pair. */
  static Map<Long, Double> of(
      Annotations annotations,
      List<Alignment> alignments,
      List<Wording> wordings,
      WordingIndex index) {
    Map<String, Integer> place = new HashMap<>();
    annotations.reports().forEach(report -> place.putIfAbsent(report.id(), place.size()));
    Map<Long, List<Wording>> bySentence = new HashMap<>();
    for (Wording wording : wordings) {
      bySentence
          .computeIfAbsent(
              sentence(wording.report(), wording.sentence().index()), at -> new ArrayList<>())
          .add(wording);
    }
    Map<Long, Double> pairs = new TreeMap<>();
    for (Alignment alignment : alignments) {
      Integer a = place.get(alignment.a());
      Integer b = place.get(alignment.b());
      if (a == null || b == null) {
        continue;
      }
      for (Passage passage : alignment.passages()) {
        if (passage.substance() == Passage.Substance.BOILERPLATE) {
          continue;
        }
        for (Wording first : wordingsOf(bySentence, a, passage.a())) {
          best(first, wordingsOf(bySentence, b, passage.b()), index)
              .ifPresent(
                  second -> {
                    int one = index.entryOf(first).at();
                    int other = index.entryOf(second).at();
                    if (one != other) {
                      pairs.merge(Comparisons.key(one, other), passage.similarity(), Math::max);
                    }
                  });
        }
      }
    }
    return pairs;
  }

  private static long sentence(int report, int sentence) {
    return ((long) report << 32) | sentence;
  }

  private static List<Wording> wordingsOf(
      Map<Long, List<Wording>> bySentence, int report, List<Integer> sentences) {
    return sentences.stream()
        .flatMap(index -> bySentence.getOrDefault(sentence(report, index), List.of()).stream())
        .toList();
  }

  /** The wording of the other side of a passage that shares most with {@code wording}. */
  private static Optional<Wording> best(Wording wording, List<Wording> others, WordingIndex index) {
    int[] words = index.entryOf(wording).words();
    return others.stream()
        .filter(other -> index.shared(words, index.entryOf(other).words()) > 0)
        .max(
            Comparator.comparingDouble(
                other -> {
                  var entry = index.entryOf(other);
                  return index.shared(words, entry.words()) / (1 + entry.weight());
                }));
  }
}
