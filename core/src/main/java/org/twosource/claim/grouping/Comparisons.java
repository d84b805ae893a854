package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.twosource.annotate.Annotations;
import org.twosource.claim.Wording;
import org.twosource.claim.WordingLikeness;
import org.twosource.report.Citation;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.ContentWords;

/**
 * The pairs of wordings of one story that are compared, and what speaks for each: those that share
 * the most words, those whose sentences are nearest, and those in aligned passages. One story, one
 * thread.
 */
public final class Comparisons implements WordingLikeness {
  /** Fewer content words than these, and a statement ("the mayor says no") is like any other. */
  private static final int MIN_WORDS = 4;

  /** Probability below which a pair holds nothing together. */
  private static final double MIN_PROBABILITY = 0.02;

  private final WordingIndex index;
  private final Map<Long, Double> passages;
  private final Set<Long> pairs;
  private final WordingEvidence evidence;
  private final Likeness likeness;

  /**
   * @param wordings in story order
   */
  public Comparisons(
      Annotations annotations,
      List<Alignment> alignments,
      List<Wording> wordings,
      ContentWords contentWords,
      Likeness likeness) {
    this.index = new WordingIndex(wordings, contentWords);
    this.passages = PassagePairs.of(annotations, alignments, wordings, index);
    this.pairs = pairs(index, passages);
    this.evidence = new WordingEvidence(index, pairs);
    this.likeness = likeness;
  }

  WordingIndex index() {
    return index;
  }

  Likeness likeness() {
    return likeness;
  }

  @Override
  public double sharedWords(Wording a, Wording b) {
    WordingIndex.Entry one = index.entryOf(a);
    WordingIndex.Entry other = index.entryOf(b);
    double both = one.weight() + other.weight();
    return both == 0 ? 0 : 2 * index.shared(one.words(), other.words()) / both;
  }

  @Override
  public double probability(Wording a, Wording b) {
    return likeness.probability(evidence.between(index.entryOf(a), index.entryOf(b), 0));
  }

  /** The evidence between two entries, with the passage they share. */
  double[] evidence(int a, int b) {
    return evidence.between(
        index.entries().get(a), index.entries().get(b), passages.getOrDefault(key(a, b), 0.0));
  }

  /** The pairs that may state the same, with the probability. */
  List<LikePair> links() {
    List<LikePair> links = new ArrayList<>();
    for (long pair : pairs) {
      int a = (int) (pair >>> 32);
      int b = (int) pair;
      int words =
          Math.min(index.entries().get(a).words().length, index.entries().get(b).words().length);
      if (words < MIN_WORDS && !passages.containsKey(pair)) {
        continue;
      }
      double probability = likeness.probability(evidence(a, b));
      if (probability > MIN_PROBABILITY) {
        links.add(new LikePair(a, b, probability));
      }
    }
    return links;
  }

  /** All pairs with the evidence between them; for training the weights. */
  public List<Pair> all() {
    return pairs.stream()
        .map(
            pair -> {
              int a = (int) (pair >>> 32);
              int b = pair.intValue();
              return new Pair(
                  cites(index.entries().get(a)),
                  cites(index.entries().get(b)),
                  DoubleStream.of(evidence(a, b)).boxed().toList());
            })
        .toList();
  }

  private static List<Citation> cites(WordingIndex.Entry entry) {
    return entry.wordings().stream().map(Wording::cite).toList();
  }

  /**
   * Two wordings, each with all places where it stands, and the evidence between them.
   *
   * @param evidence in the order of {@link Likeness#FEATURES}
   */
  public record Pair(List<Citation> a, List<Citation> b, List<Double> evidence) {
    public Pair {
      a = List.copyOf(a);
      b = List.copyOf(b);
      evidence = List.copyOf(evidence);
    }
  }

  /** Pairs worth comparing, the smaller entry in the upper half, ascending. */
  private static Set<Long> pairs(WordingIndex index, Map<Long, Double> passages) {
    Set<Long> pairs = new TreeSet<>(passages.keySet());
    WordingIndex.Votes votes = new WordingIndex.Votes(index);
    for (var entry : index.entries()) {
      for (var other : index.candidates(entry, votes)) {
        if (entry.first().sentence() != other.first().sentence()) {
          pairs.add(key(entry.at(), other.at()));
        }
      }
      for (var other : index.nearest(entry)) {
        pairs.add(key(entry.at(), other.at()));
      }
    }
    return pairs;
  }

  /** Both entries of a pair in one number, the smaller in the upper half. */
  static long key(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }
}
