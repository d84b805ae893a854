package org.twosource.claim.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.twosource.claim.Wording;
import org.twosource.reuse.ContentWords;

/**
 * Finds the wordings that may state the same as a given one, through the words they share.
 *
 * <p>Wordings with the same content words become one entry, so a story of a thousand copies is as
 * large as its distinct sentences. A word that more than {@link #MAX_POSTINGS} entries hold
 * proposes nobody; the rest vote with the square of their weight ln(1 + N / df), and the best
 * {@link #MAX_CANDIDATES} are kept. No pair is looked at that shares no word.
 */
public final class WordingIndex {
  static final int MAX_POSTINGS = 400;
  static final int MAX_CANDIDATES = 32;

  /** Up to this many entries the nearest are also looked for by vector. */
  static final int MAX_ENTRIES_FOR_VECTORS = 1_500;

  static final int MAX_NEAREST = 12;
  static final double MIN_COSINE = 0.40;

  private final List<Entry> entries = new ArrayList<>();
  private final List<int[]> postings = new ArrayList<>();
  private final double[] weights;
  private final int[] entryOf;
  private final List<float[]> vectors;
  private final ContentWords contentWords;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Integer, Tokens> tokens = new HashMap<>();

  /**
   * Wordings with the same content words.
   *
   * @param words numbers of the words, ascending
   * @param context numbers of the other words of the first wording's sentence, ascending
   */
  public record Entry(int at, List<Wording> wordings, int[] words, int[] context, double weight) {
    Wording first() {
      return wordings.getFirst();
    }
  }

  public WordingIndex(List<Wording> wordings, ContentWords contentWords) {
    this.contentWords = contentWords;
    Map<Set<String>, List<Wording>> distinct = new LinkedHashMap<>();
    for (Wording wording : wordings) {
      distinct.computeIfAbsent(wording.words(), words -> new ArrayList<>()).add(wording);
      wording.words().forEach(word -> numbers.putIfAbsent(word, numbers.size()));
      wording.context().forEach(word -> numbers.putIfAbsent(word, numbers.size()));
    }
    int[] frequency = new int[numbers.size()];
    for (Set<String> words : distinct.keySet()) {
      for (String word : words) {
        frequency[Objects.requireNonNull(numbers.get(word))]++;
      }
    }
    weights = new double[numbers.size()];
    for (int word = 0; word < weights.length; word++) {
      weights[word] = Math.log(1.0 + (distinct.size() + 1.0) / Math.max(1, frequency[word]));
    }
    entryOf = new int[wordings.size()];
    for (List<Wording> same : distinct.values()) {
      Wording first = same.getFirst();
      int[] words = numbered(first.words(), numbers);
      entries.add(
          new Entry(entries.size(), same, words, numbered(first.context(), numbers), sum(words)));
      same.forEach(wording -> entryOf[wording.at()] = entries.size() - 1);
    }
    for (int word = 0; word < weights.length; word++) {
      postings.add(new int[frequency[word] > MAX_POSTINGS ? 0 : frequency[word]]);
    }
    vectors = entries.stream().map(WordingIndex::vector).toList();
    int[] filled = new int[weights.length];
    for (Entry entry : entries) {
      for (int word : entry.words()) {
        if (postings.get(word).length > 0) {
          postings.get(word)[filled[word]++] = entry.at();
        }
      }
    }
  }

  private static int[] numbered(Collection<String> words, Map<String, Integer> numbers) {
    return words.stream().mapToInt(numbers::get).sorted().toArray();
  }

  private double sum(int[] words) {
    double sum = 0;
    for (int word : words) {
      sum += weights[word];
    }
    return sum;
  }

  public List<Entry> entries() {
    return entries;
  }

  public Entry entryOf(Wording wording) {
    return entries.get(entryOf[wording.at()]);
  }

  /** Entries after {@code entry} that share the most with it, best first. */
  public List<Entry> candidates(Entry entry, Votes votes) {
    votes.clear();
    for (int word : entry.words()) {
      double vote = weights[word] * weights[word];
      for (int other : postings.get(word)) {
        if (other != entry.at()) {
          votes.add(other, vote);
        }
      }
    }
    return votes.best(MAX_CANDIDATES).stream().map(entries::get).toList();
  }

  /**
   * Entries whose sentence vectors are nearest to that of {@code entry}; none in large stories,
   * where looking at all would cost their square, or without vectors.
   */
  public List<Entry> nearest(Entry entry) {
    float[] vector = vectors.get(entry.at());
    if (vector.length == 0 || entries.size() > MAX_ENTRIES_FOR_VECTORS) {
      return List.of();
    }
    double[] cosines = new double[entries.size()];
    for (int other = 0; other < cosines.length; other++) {
      cosines[other] = cosine(vector, vectors.get(other));
    }
    return IntStream.range(0, cosines.length)
        .filter(other -> cosines[other] >= MIN_COSINE)
        .filter(other -> entries.get(other).first().sentence() != entry.first().sentence())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(other -> -cosines[other])
                .thenComparing(Comparator.naturalOrder()))
        .limit(MAX_NEAREST)
        .map(entries::get)
        .toList();
  }

  private static float[] vector(Entry entry) {
    Wording first = entry.first();
    return first.annotated().vectors().sentence(first.sentence().index()).orElse(new float[0]);
  }

  /** The cosine of the sentences two entries stand in, 0 without vectors. */
  public double cosine(Entry a, Entry b) {
    return cosine(vectors.get(a.at()), vectors.get(b.at()));
  }

  private static double cosine(float[] a, float[] b) {
    if (a.length != b.length) {
      return 0;
    }
    // Four sums that do not wait for each other: this is the innermost loop of the stage.
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 4 <= a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }

  /**
   * How well the words of one entry find a counterpart in another.
   *
   * @param mean the weighted mean of each content word's best cosine (MaxSim, Khattab and Zaharia
   *     2020)
   * @param worst the least best cosine among its heavier words
   */
  public record Counterparts(double mean, double worst) {
    static final Counterparts NONE = new Counterparts(0, 0);
  }

  /** Of the words of {@code a} in {@code b}, then the reverse; none without vectors. */
  public List<Counterparts> counterparts(Entry a, Entry b) {
    Tokens own = tokens(a);
    Tokens theirs = tokens(b);
    if (own.vectors().length == 0 || theirs.vectors().length == 0) {
      return List.of(Counterparts.NONE, Counterparts.NONE);
    }
    double[] bestOfOwn = new double[own.vectors().length];
    double[] bestOfTheirs = new double[theirs.vectors().length];
    for (int i = 0; i < bestOfOwn.length; i++) {
      for (int j = 0; j < bestOfTheirs.length; j++) {
        double cosine = cosine(own.vectors()[i], theirs.vectors()[j]);
        bestOfOwn[i] = Math.max(bestOfOwn[i], cosine);
        bestOfTheirs[j] = Math.max(bestOfTheirs[j], cosine);
      }
    }
    return List.of(counterparts(own, bestOfOwn), counterparts(theirs, bestOfTheirs));
  }

  private static Counterparts counterparts(Tokens own, double[] best) {
    double sum = 0;
    double all = 0;
    double worst = 1;
    for (int i = 0; i < best.length; i++) {
      sum += own.weights()[i] * best[i];
      all += own.weights()[i];
      if (own.weights()[i] >= own.median()) {
        worst = Math.min(worst, best[i]);
      }
    }
    return new Counterparts(all == 0 ? 0 : sum / all, worst);
  }

  /** Vectors and weights of the content words of an entry's first wording. */
  private record Tokens(float[][] vectors, double[] weights, double median) {}

  private Tokens tokens(Entry entry) {
    return tokens.computeIfAbsent(entry.at(), at -> readTokens(entry));
  }

  private Tokens readTokens(Entry entry) {
    Wording first = entry.first();
    Optional<float[][]> all = first.annotated().vectors().tokens(first.sentence().index());
    List<float[]> own = new ArrayList<>();
    List<Double> heavy = new ArrayList<>();
    for (int at = 0; all.isPresent() && at < first.sentence().tokens().size(); at++) {
      var token = first.sentence().tokens().get(at);
      if (first.span().contains(token.span()) && contentWords.isContent(token)) {
        Integer word = numbers.get(contentWords.stem(token.normal()));
        own.add(all.get()[at]);
        heavy.add(word == null ? 0 : weights[word]);
      }
    }
    double[] sorted = heavy.stream().mapToDouble(weight -> weight).sorted().toArray();
    return new Tokens(
        own.toArray(float[][]::new),
        heavy.stream().mapToDouble(weight -> weight).toArray(),
        sorted.length == 0 ? 0 : sorted[sorted.length / 2]);
  }

  /** The weight of the words both lists hold. */
  public double shared(int[] words, int[] others) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < others.length) {
      if (words[i] == others[j]) {
        sum += weights[words[i]];
        i++;
        j++;
      } else if (words[i] < others[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /** Sums of votes by entry. One thread, one query at a time. */
  public static final class Votes {
    private final double[] sums;
    private final int[] touched;
    private int size;

    Votes(WordingIndex index) {
      sums = new double[index.entries.size()];
      touched = new int[index.entries.size()];
    }

    private void clear() {
      for (int i = 0; i < size; i++) {
        sums[touched[i]] = 0;
      }
      size = 0;
    }

    private void add(int entry, double vote) {
      if (sums[entry] == 0) {
        touched[size++] = entry;
      }
      sums[entry] += vote;
    }

    private List<Integer> best(int count) {
      return Arrays.stream(touched, 0, size)
          .boxed()
          .sorted(
              Comparator.<Integer>comparingDouble(entry -> -sums[entry])
                  .thenComparing(Comparator.naturalOrder()))
          .limit(count)
          .toList();
    }
  }
}
