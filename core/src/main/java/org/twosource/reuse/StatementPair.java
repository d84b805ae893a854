package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.twosource.lexicon.Synonyms;

/**
 * Two sentences beside each other: which word of the one is met by which of the other. A word is
 * <i>met</i> by the word of the other side with the greatest cosine, whoever else takes that word;
 * its <i>partner</i> is its own alone (greedy, greatest cosine first).
 */
final class StatementPair {
  /** A word met with less than this is not met. Between .5 and .7 nothing changes. */
  private static final double UNMET = .6;

  final StatementSide a;
  final StatementSide b;
  final Half left;
  final Half right;

  private final double[][] cosines;

  StatementPair(StatementSide a, StatementSide b, Synonyms synonyms) {
    this.a = a;
    this.b = b;
    cosines = new double[a.size()][b.size()];
    double[] metA = new double[a.size()];
    double[] metB = new double[b.size()];
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        cosines[i][j] = SentenceFeatures.cosine(a.rows[i], b.rows[j]);
        metA[i] = Math.max(metA[i], cosines[i][j]);
        metB[j] = Math.max(metB[j], cosines[i][j]);
      }
    }
    double[] partnerA = new double[a.size()];
    double[] partnerB = new double[b.size()];
    takePartners(partnerA, partnerB);
    left = new Half(a, b, metA, partnerA, synonyms);
    right = new Half(b, a, metB, partnerB, synonyms);
  }

  private void takePartners(double[] partnerA, double[] partnerB) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      for (int j = 0; j < b.size(); j++) {
        pairs.add(new int[] {i, j});
      }
    }
    pairs.sort(
        Comparator.comparingDouble((int[] pair) -> -cosines[pair[0]][pair[1]])
            .thenComparingInt(pair -> Math.abs(pair[0] - pair[1]))
            .thenComparingInt(pair -> pair[0] + pair[1]));
    boolean[] takenA = new boolean[a.size()];
    boolean[] takenB = new boolean[b.size()];
    for (int[] pair : pairs) {
      if (!takenA[pair[0]] && !takenB[pair[1]]) {
        takenA[pair[0]] = true;
        takenB[pair[1]] = true;
        partnerA[pair[0]] = cosines[pair[0]][pair[1]];
        partnerB[pair[1]] = cosines[pair[0]][pair[1]];
      }
    }
  }

  /** Cosine of a word of the one and a word of the other; {@code otherwise} where one is -1. */
  double cosine(int i, int j, double otherwise) {
    return i < 0 || j < 0 ? otherwise : cosines[i][j];
  }

  /** One side as it is met by the other. */
  static final class Half {
    private final StatementSide side;
    private final double[] met;
    private final double[] partner;
    private final boolean[] sameStem;
    private final boolean[] sameSense;
    private final double contentWeight;

    private Half(
        StatementSide side,
        StatementSide other,
        double[] met,
        double[] partner,
        Synonyms synonyms) {
      this.side = side;
      this.met = met;
      this.partner = partner;
      Set<String> stems = new HashSet<>(other.stems);
      sameStem = new boolean[side.size()];
      sameSense = new boolean[side.size()];
      double weight = 0;
      for (int word = 0; word < side.size(); word++) {
        String stem = side.stems.get(word);
        sameStem[word] = stems.contains(stem);
        sameSense[word] =
            sameStem[word]
                || side.isContent[word]
                    && other.stems.stream().anyMatch(one -> synonyms.share(stem, one));
        weight += side.isContent[word] ? side.weights[word] : 0;
      }
      contentWeight = weight;
    }

    /** Mean cosine of all words with what meets them, by rarity. */
    double metByRarity() {
      return byRarity(met, word -> true);
    }

    /** The same with each word's own partner. */
    double partnersByRarity() {
      return byRarity(partner, word -> true);
    }

    private double byRarity(double[] values, IntPredicate which) {
      double sum = 0;
      double weights = 1e-6;
      for (int word = 0; word < values.length; word++) {
        if (which.test(word)) {
          sum += side.weights[word] * values[word];
          weights += side.weights[word];
        }
      }
      return sum / weights;
    }

    /** Plain mean of the cosines. */
    double met() {
      return Arrays.stream(met).average().orElse(0);
    }

    /**
     * The cosine of the content word that is met least, or least but {@code rank}; 1 without one.
     */
    double worst(int rank) {
      double[] content = new double[met.length];
      int count = 0;
      for (int word = 0; word < met.length; word++) {
        if (side.isContent[word]) {
          content[count++] = met[word];
        }
      }
      Arrays.sort(content, 0, count);
      return rank < count ? content[rank] : 1;
    }

    /** The share of the content words that are not met, by rarity. */
    double unmet() {
      return share(word -> met[word] < UNMET);
    }

    /** The greatest of weight times distance, over the content words; 1 is a rare word unmet. */
    double heaviestGap() {
      double most = 0;
      for (int word = 0; word < met.length; word++) {
        most = Math.max(most, side.isContent[word] ? side.weights[word] * (1 - met[word]) : 0);
      }
      return most / StatementSide.GREATEST_RARITY;
    }

    /** Mean of the squared cosines of content words, by rarity. */
    double metSquared() {
      double sum = 0;
      for (int word = 0; word < met.length; word++) {
        sum += side.isContent[word] ? side.weights[word] * met[word] * met[word] : 0;
      }
      return sum / Math.max(1e-6, contentWeight);
    }

    /** Mean cosine of the words of some parts of speech, by rarity; 0 where there are none. */
    double met(Set<String> pos) {
      return byRarity(met, word -> pos.contains(side.pos[word]));
    }

    /** The share of the content words without a partner, by rarity. */
    double withoutPartner() {
      return share(word -> partner[word] < UNMET);
    }

    /** The share of the content words whose stem stands on the other side, by rarity. */
    double sameStem() {
      return share(word -> sameStem[word]);
    }

    /** The share whose stem, or a synonym of it, stands on the other side, by rarity. */
    double sameSense() {
      return share(word -> sameSense[word]);
    }

    private double share(IntPredicate which) {
      double sum = 0;
      for (int word = 0; word < side.size(); word++) {
        sum += side.isContent[word] && which.test(word) ? side.weights[word] : 0;
      }
      return sum / Math.max(1e-6, contentWeight);
    }

    /** How many content words are not met, as the logarithm of one more. */
    double unmetCount() {
      return unmetCount(word -> side.isContent[word]);
    }

    /** The same of one or several parts of speech. */
    double unmetCount(Set<String> pos) {
      return unmetCount(word -> side.isContent[word] && pos.contains(side.pos[word]));
    }

    private double unmetCount(IntPredicate which) {
      int count = 0;
      for (int word = 0; word < side.size(); word++) {
        count += which.test(word) && met[word] < UNMET ? 1 : 0;
      }
      return Math.log1p(count);
    }

    /** Content words whose sense does not stand on the other side. */
    List<String> strangers() {
      List<String> strangers = new ArrayList<>();
      for (int word = 0; word < side.size(); word++) {
        if (side.isContent[word] && !sameSense[word]) {
          strangers.add(side.words.get(word));
        }
      }
      return strangers;
    }
  }

  /** How like the content words are that do not stand on the other side, taken together. */
  double restAlike() {
    return SentenceFeatures.cosine(
        mean(a, word -> a.isContent[word] && !left.sameStem[word]),
        mean(b, word -> b.isContent[word] && !right.sameStem[word]));
  }

  /** How like the words of some parts of speech are, taken together. */
  double meanCosine(Set<String> pos) {
    return SentenceFeatures.cosine(
        mean(a, word -> pos.contains(a.pos[word])), mean(b, word -> pos.contains(b.pos[word])));
  }

  /** Mean vector by rarity, length 1; of no word all 0. */
  private static float[] mean(StatementSide side, IntPredicate which) {
    float[] sum = new float[side.vector.length];
    for (int word = 0; word < side.size(); word++) {
      for (int i = 0; i < sum.length && which.test(word); i++) {
        sum[i] += (float) (side.weights[word] * side.rows[word][i]);
      }
    }
    double squares = 1e-12;
    for (float value : sum) {
      squares += value * value;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) Math.sqrt(squares);
    }
    return sum;
  }

  /** The share of the weight of all stems that both have. */
  double sharedRarity() {
    Map<String, Double> one = a.stemWeights();
    Map<String, Double> other = b.stemWeights();
    double both = 0;
    double all = 0;
    for (var entry : one.entrySet()) {
      both += other.containsKey(entry.getKey()) ? entry.getValue() : 0;
      all += entry.getValue();
    }
    for (var entry : other.entrySet()) {
      all += one.containsKey(entry.getKey()) ? 0 : entry.getValue();
    }
    return both / Math.max(1e-6, all);
  }
}
