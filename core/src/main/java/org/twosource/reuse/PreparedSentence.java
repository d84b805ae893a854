package org.twosource.reuse;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.encode.Vectors;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * A sentence made ready for comparing. What every comparison needs is worked out at once; what only
 * a few sentences are asked for (furniture, quotation marks, vectors of words) when it is asked.
 * One thread at a time.
 */
final class PreparedSentence {
  private static final int[] NONE = {};
  private static final long[] NO_GRAMS = {};

  private final Annotated report;
  private final Sentence sentence;
  private final StoryWords.SentenceWords line;
  private final StoryWords vocabulary;
  private final int[] bag;
  private final float[] bagWeights;
  private final float weight;
  private final float norm;
  private final int[] numbers;
  private final Optional<float[]> vector;
  private long @Nullable [] grams;

  private PreparedSentence(
      Annotated report,
      Sentence sentence,
      StoryWords.SentenceWords line,
      StoryWords vocabulary,
      Optional<float[]> vector) {
    this.report = report;
    this.sentence = sentence;
    this.line = line;
    this.vocabulary = vocabulary;
    this.vector = vector;
    this.bag = bag(line.words(), vocabulary);
    this.numbers = numbers(line.words(), vocabulary);
    this.bagWeights = vocabulary.weights(bag);
    float sum = 0;
    float squares = 0;
    for (float one : bagWeights) {
      sum += one;
      squares += one * one;
    }
    this.weight = sum;
    this.norm = (float) Math.sqrt(squares);
  }

  /** The sentence with only such words and grams in its bag as others may have, too. */
  private PreparedSentence(PreparedSentence whole, int[] bag, float[] bagWeights, long[] grams) {
    this.report = whole.report;
    this.sentence = whole.sentence;
    this.line = whole.line;
    this.vocabulary = whole.vocabulary;
    this.vector = whole.vector;
    this.numbers = whole.numbers;
    this.weight = whole.weight;
    this.norm = whole.norm;
    this.bag = bag;
    this.bagWeights = bagWeights;
    this.grams = grams;
  }

  /**
   * @param place of the report among those that the vocabulary has counted
   */
  static PreparedSentence of(
      Annotated report, int place, Sentence sentence, StoryWords vocabulary) {
    return new PreparedSentence(
        report,
        sentence,
        vocabulary.line(place, sentence.index()),
        vocabulary,
        report.vectors().sentence(sentence.index()));
  }

  /**
   * The same for comparing with the others of a story: words and trigrams that no other sentence
   * has are left out of the lists that are compared; weight, norm and counts stay.
   */
  PreparedSentence among(StoryGrams others) {
    int[] shared = new int[bag.length];
    float[] weights = new float[bag.length];
    int count = 0;
    for (int at = 0; at < bag.length; at++) {
      if (others.isShared(bag[at])) {
        shared[count] = bag[at];
        weights[count++] = bagWeights[at];
      }
    }
    return new PreparedSentence(
        this,
        Arrays.copyOf(shared, count),
        Arrays.copyOf(weights, count),
        others.shared(line.words()));
  }

  Span span() {
    return sentence.span();
  }

  Part.Kind part() {
    return sentence.part();
  }

  /** Stems of the words in order, as numbers of {@link StoryWords}. */
  int[] words() {
    return line.words();
  }

  /** Hash of each word as written, along {@link #words}. */
  int[] forms() {
    return line.forms();
  }

  /** Distinct stems that weigh something, ascending. */
  int[] bag() {
    return bag;
  }

  /** Along {@link #bag}. */
  float[] bagWeights() {
    return bagWeights;
  }

  /** Sum of the weights of all distinct stems. */
  float weight() {
    return weight;
  }

  /** Root of the sum of their squares. */
  float norm() {
    return norm;
  }

  /** Distinct stems that are numbers, ascending. */
  int[] numbers() {
    return numbers;
  }

  /** Of the sentence; absent without a model. */
  Optional<float[]> vector() {
    return vector;
  }

  /** The word trigrams, ascending. */
  long[] grams() {
    if (grams == null) {
      grams = grams(line.words());
    }
    return grams;
  }

  /** The number of all its trigrams. */
  int gramCount() {
    return Math.max(0, line.words().length - 2);
  }

  /**
   * Vectors of the words, along {@link #words}; without elements when there are none. Made anew at
   * each call, from a twelfth of the room: a story of copies has thousands of sentences.
   */
  float[][] tokenVectors() {
    Vectors vectors = report.vectors();
    Optional<float[][]> rows = vectors.tokens(sentence.index());
    if (rows.isEmpty() || rows.get().length != sentence.tokens().size()) {
      return new float[0][];
    }
    float[][] own = new float[line.words().length][];
    int count = 0;
    for (int at = 0; at < sentence.tokens().size(); at++) {
      if (sentence.tokens().get(at).isWord()) {
        own[count++] = rows.get()[at];
      }
    }
    return own;
  }

  /** Whether it is a line of the outlet rather than of the report. */
  boolean isFurniture(Furniture furniture) {
    return sentence.part() == Part.Kind.BOILERPLATE || furniture.holds(sentence);
  }

  /** The content weight that stands in quotation marks. */
  double quotedMass(QuotedText quoted) {
    if (!quoted.touches(sentence.span())) {
      return 0;
    }
    double inside = 0;
    int at = 0;
    for (Token token : sentence.tokens()) {
      if (token.isWord()) {
        inside += quoted.holds(token.start()) ? mass(at) : 0;
        at++;
      }
    }
    return inside;
  }

  /** The content weight of all words. */
  double mass() {
    double all = 0;
    for (int at = 0; at < line.words().length; at++) {
      all += mass(at);
    }
    return all;
  }

  private float mass(int word) {
    return vocabulary.weight(line.words()[word]) + .2f;
  }

  /** Hash of the words as written; equal sentences have equal hashes. */
  long hash() {
    long hash = line.words().length;
    for (int form : line.forms()) {
      hash = (hash ^ form) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static int[] bag(int[] words, StoryWords vocabulary) {
    int[] weighty = new int[words.length];
    int count = 0;
    for (int word : words) {
      if (vocabulary.weight(word) > 0) {
        weighty[count++] = word;
      }
    }
    return distinct(weighty, count);
  }

  private static int[] numbers(int[] words, StoryWords vocabulary) {
    int[] numbers = NONE;
    int count = 0;
    for (int word : words) {
      if (vocabulary.isNumber(word)) {
        numbers = numbers.length == 0 ? new int[words.length] : numbers;
        numbers[count++] = word;
      }
    }
    return count == 0 ? NONE : distinct(numbers, count);
  }

  /** The first {@code count} values, each once, ascending. Sorts its argument. */
  private static int[] distinct(int[] values, int count) {
    Arrays.sort(values, 0, count);
    int kept = 0;
    for (int at = 0; at < count; at++) {
      if (at == 0 || values[at] != values[at - 1]) {
        values[kept++] = values[at];
      }
    }
    return Arrays.copyOf(values, kept);
  }

  /** The trigram that begins at a word. */
  static long gram(int[] words, int at) {
    return (long) words[at] << 42 ^ (long) words[at + 1] << 21 ^ words[at + 2];
  }

  private static long[] grams(int[] words) {
    if (words.length < 3) {
      return NO_GRAMS;
    }
    long[] grams = new long[words.length - 2];
    for (int at = 0; at < grams.length; at++) {
      grams[at] = gram(words, at);
    }
    Arrays.sort(grams);
    return grams;
  }
}
