package org.twosource.reuse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What two sentences have in common, as numbers that can be shown. */
final class SentenceFeatures {
  /** Names of the values, in the order of {@link #features}. */
  static final List<String> FEATURES =
      List.of(
          "cosine",
          "contained-in-longer",
          "longer-contained",
          "trigrams",
          "longest-run",
          "numbers-agree",
          "numbers-differ",
          "length-ratio",
          "rare-words");

  /** Names of the values, in the order of {@link #vectorFeatures}: those above and three more. */
  static final List<String> VECTOR_FEATURES =
      Stream.concat(
              FEATURES.stream(), Stream.of("vector-cosine", "words-matched", "words-matched-best"))
          .toList();

  /** Place of the longest run among the values. */
  static final int LONGEST_RUN = FEATURES.indexOf("longest-run");

  static final double FULL_RUN = 8;

  static final float RARE = 5f;

  private SentenceFeatures() {}

  /** One value a feature, each about 0 to 1. */
  static double[] features(PreparedSentence a, PreparedSentence b) {
    double[] values = cheap(a, b);
    values[LONGEST_RUN] = run(a, b);
    return values;
  }

  /**
   * All values but the longest run, which costs more than the rest together; in its place the most
   * that it can be.
   */
  private static double[] cheap(PreparedSentence a, PreparedSentence b) {
    double[] values = new double[FEATURES.size()];
    double shared = 0;
    double squares = 0;
    int rare = 0;
    int[] bagA = a.bag();
    int[] bagB = b.bag();
    float[] weights = a.bagWeights();
    int left = 0;
    int right = 0;
    while (left < bagA.length && right < bagB.length) {
      int wordA = bagA[left];
      int wordB = bagB[right];
      if (wordA == wordB) {
        float weight = weights[left];
        shared += weight;
        squares += weight * weight;
        rare += weight >= RARE ? 1 : 0;
      }
      left += wordA <= wordB ? 1 : 0;
      right += wordA >= wordB ? 1 : 0;
    }
    fill(a, b, shared, squares, rare, values);
    return values;
  }

  /**
   * The values of {@link #cheap}.
   *
   * @param shared the weights of the words that both have, summed
   * @param squares their squares, summed
   * @param rare the number of rare words among them
   */
  static void fill(
      PreparedSentence a,
      PreparedSentence b,
      double shared,
      double squares,
      int rare,
      double[] values) {
    double cosine = squares / Math.max(1e-6, a.norm() * b.norm());
    double smaller = Math.max(1e-6, Math.min(a.weight(), b.weight()));
    double larger = Math.max(1e-6, Math.max(a.weight(), b.weight()));
    int numbers = shared(a.numbers(), b.numbers());
    int most = Math.max(a.numbers().length, b.numbers().length);
    double shorter = Math.min(a.words().length, b.words().length);
    int trigrams = common(a.grams(), b.grams());
    int all = a.gramCount() + b.gramCount();
    values[0] = cosine;
    values[1] = shared / smaller;
    values[2] = shared / larger;
    values[3] = trigrams == 0 ? 0 : Math.sqrt(2.0 * trigrams / all);
    // without a common trigram no run has three words
    values[LONGEST_RUN] = trigrams == 0 ? 2 / FULL_RUN : 1;
    values[5] = most == 0 ? 0 : (double) numbers / most;
    values[6] = numbers == 0 && a.numbers().length > 0 && b.numbers().length > 0 ? 1 : 0;
    values[7] = shorter / Math.max(1, Math.max(a.words().length, b.words().length));
    values[8] = Math.min(1, rare / 4.0);
  }

  /** The value of the longest run, 0 to 1. */
  static double run(PreparedSentence a, PreparedSentence b) {
    return Math.min(1, longestRun(a.words(), b.words()) / FULL_RUN);
  }

  /** Whether both have what {@link #vectorFeatures} needs. */
  static boolean haveVectors(PreparedSentence a, PreparedSentence b) {
    return a.vector().isPresent() && b.vector().isPresent();
  }

  /**
   * {@link #features}, the cosine of the sentence vectors, and how well the words of each side find
   * a like word on the other (the better and the worse side).
   */
  static double[] vectorFeatures(PreparedSentence a, PreparedSentence b, StoryWords words) {
    return vectorFeatures(a, b, features(a, b), words);
  }

  /**
   * @param lexical {@link #features} of the two
   */
  static double[] vectorFeatures(
      PreparedSentence a, PreparedSentence b, double[] lexical, StoryWords words) {
    double[] all = sentenceFeatures(a, b, lexical);
    float[] weightsOfA = words.weights(a.words());
    float[] weightsOfB = words.weights(b.words());
    float[][] rowsOfA = a.tokenVectors();
    float[][] rowsOfB = b.tokenVectors();
    boolean known = rowsOfA.length > 0 && rowsOfB.length > 0;
    double[] bestOfA = new double[weightsOfA.length];
    double[] bestOfB = new double[weightsOfB.length];
    for (int i = 0; i < bestOfA.length; i++) {
      for (int j = 0; weightsOfA[i] > 0 && j < bestOfB.length; j++) {
        if (weightsOfB[j] > 0) {
          double cosine =
              a.words()[i] == b.words()[j] ? 1 : known ? cosine(rowsOfA[i], rowsOfB[j]) : 0;
          bestOfA[i] = Math.max(bestOfA[i], cosine);
          bestOfB[j] = Math.max(bestOfB[j], cosine);
        }
      }
    }
    double sideA = weighted(weightsOfA, bestOfA);
    double sideB = weighted(weightsOfB, bestOfB);
    all[FEATURES.size() + 1] = Math.min(sideA, sideB);
    all[FEATURES.size() + 2] = Math.max(sideA, sideB);
    return all;
  }

  /** As {@link #vectorFeatures}, with the most that the matched words can give: 1. Cheap. */
  static double[] atMost(PreparedSentence a, PreparedSentence b, double[] lexical) {
    double[] all = sentenceFeatures(a, b, lexical);
    Arrays.fill(all, FEATURES.size() + 1, all.length, 1);
    return all;
  }

  private static double[] sentenceFeatures(
      PreparedSentence a, PreparedSentence b, double[] lexical) {
    double[] all = Arrays.copyOf(lexical, VECTOR_FEATURES.size());
    all[FEATURES.size()] = cosine(a.vector().orElseThrow(), b.vector().orElseThrow());
    return all;
  }

  private static double weighted(float[] weights, double[] best) {
    double sum = 0;
    double all = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * best[at];
      all += weights[at];
    }
    return all == 0 ? 0 : sum / all;
  }

  static double cosine(float[] a, float[] b) {
    float sum = 0;
    for (int at = 0; at < a.length; at++) {
      sum += a[at] * b[at];
    }
    return sum;
  }

  private static int shared(int[] a, int[] b) {
    int count = 0;
    for (int one : a) {
      for (int other : b) {
        count += one == other ? 1 : 0;
      }
    }
    return count;
  }

  /** The number of values that two ascending lists have in common. */
  private static int common(long[] a, long[] b) {
    int shared = 0;
    int left = 0;
    int right = 0;
    while (left < a.length && right < b.length) {
      long one = a[left];
      long two = b[right];
      shared += one == two ? 1 : 0;
      left += one <= two ? 1 : 0;
      right += one >= two ? 1 : 0;
    }
    return shared;
  }

  /** The number of words in the longest stretch that both have. */
  static int longestRun(int[] a, int[] b) {
    int[] above = new int[b.length + 1];
    int longest = 0;
    for (int word : a) {
      int diagonal = 0;
      for (int at = 0; at < b.length; at++) {
        int run = word == b[at] ? diagonal + 1 : 0;
        diagonal = above[at + 1];
        above[at + 1] = run;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }

  /** The number of words that both have in the same order. */
  static int commonInOrder(int[] a, int[] b) {
    int[] above = new int[b.length + 1];
    for (int word : a) {
      int diagonal = 0;
      for (int at = 0; at < b.length; at++) {
        int here = word == b[at] ? diagonal + 1 : Math.max(above[at], above[at + 1]);
        diagonal = above[at + 1];
        above[at + 1] = here;
      }
    }
    return above[b.length];
  }
}
