package org.twosource.reuse;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Vectors;
import org.twosource.report.Span;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Token;

/**
 * A sentence, or two neighbours taken as one, made ready for comparing.
 *
 * @param words stems of the words in order, as numbers of {@link StoryWords}
 * @param forms hash of each word as written, along {@code words}
 * @param quoted whether each word stands in quotation marks
 * @param bag distinct stems that weigh something, ascending
 * @param bagWeights along {@code bag}
 * @param weight sum of {@code bagWeights}
 * @param norm root of the sum of their squares
 * @param grams hashes of the word trigrams, ascending
 * @param numbers distinct stems that are numbers, ascending
 * @param vector of the sentence; absent for joined sentences and without a model
 * @param tokenVectors along {@code words}; without elements when there are none. Made anew at each
 *     call, from a twelfth of the room: a story of copies has thousands of sentences
 */
record PreparedSentence(
    int index,
    Span span,
    Part.Kind part,
    boolean furniture,
    int[] words,
    int[] forms,
    boolean[] quoted,
    int[] bag,
    float[] bagWeights,
    float weight,
    float norm,
    long[] grams,
    int[] numbers,
    Optional<float[]> vector,
    Supplier<float[][]> tokenVectors) {

  static PreparedSentence of(
      Annotated report,
      Sentence sentence,
      StoryWords.Word[] read,
      StoryWords vocabulary,
      QuotedText quotedText,
      Furniture furniture) {
    int count = read.length;
    int[] words = new int[count];
    int[] forms = new int[count];
    boolean[] quoted = new boolean[count];
    boolean[] numeric = new boolean[count];
    int[] places = new int[count];
    boolean anyQuoted = quotedText.touches(sentence.span());
    int at = 0;
    for (int place = 0; at < count; place++) {
      Token token = sentence.tokens().get(place);
      if (token.isWord()) {
        words[at] = read[at].number();
        forms[at] = read[at].form();
        quoted[at] = anyQuoted && quotedText.holds(token.start());
        numeric[at] = read[at].isNumber();
        places[at++] = place;
      }
    }
    Vectors vectors = report.vectors();
    int index = sentence.index();
    int all = sentence.tokens().size();
    return make(
        sentence.index(),
        sentence.span(),
        sentence.part(),
        sentence.part() == Part.Kind.BOILERPLATE || furniture.holds(sentence),
        words,
        forms,
        quoted,
        numeric,
        vocabulary,
        vectors.sentence(index),
        () -> rows(vectors, index, all, places));
  }

  private static float[][] rows(Vectors vectors, int sentence, int tokens, int[] places) {
    return vectors
        .tokens(sentence)
        .filter(rows -> rows.length == tokens)
        .map(rows -> Arrays.stream(places).mapToObj(place -> rows[place]).toArray(float[][]::new))
        .orElse(new float[0][]);
  }

  /** This sentence and the next as one. */
  PreparedSentence with(PreparedSentence next, StoryWords vocabulary) {
    int[] allWords = Arrays.copyOf(words, words.length + next.words.length);
    int[] allForms = Arrays.copyOf(forms, allWords.length);
    boolean[] allQuoted = Arrays.copyOf(quoted, allWords.length);
    System.arraycopy(next.words, 0, allWords, words.length, next.words.length);
    System.arraycopy(next.forms, 0, allForms, words.length, next.words.length);
    System.arraycopy(next.quoted, 0, allQuoted, words.length, next.words.length);
    boolean[] numeric = new boolean[allWords.length];
    for (int at = 0; at < numeric.length; at++) {
      numeric[at] =
          Arrays.binarySearch(numbers, allWords[at]) >= 0
              || Arrays.binarySearch(next.numbers, allWords[at]) >= 0;
    }
    return make(
        index,
        span.union(next.span),
        part,
        furniture && next.furniture,
        allWords,
        allForms,
        allQuoted,
        numeric,
        vocabulary,
        joined(vector, next.vector),
        () -> rows(this, next));
  }

  private static float[][] rows(PreparedSentence one, PreparedSentence two) {
    float[][] first = one.tokenVectors.get();
    float[][] second = two.tokenVectors.get();
    if (first.length != one.words.length || second.length != two.words.length) {
      return new float[0][];
    }
    float[][] rows = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, rows, first.length, second.length);
    return rows;
  }

  private static Optional<float[]> joined(Optional<float[]> one, Optional<float[]> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return Optional.empty();
    }
    float[] sum = one.get().clone();
    double length = 0;
    for (int at = 0; at < sum.length; at++) {
      sum[at] += two.get()[at];
      length += sum[at] * sum[at];
    }
    float scale = (float) (1 / Math.sqrt(Math.max(length, 1e-9)));
    for (int at = 0; at < sum.length; at++) {
      sum[at] *= scale;
    }
    return Optional.of(sum);
  }

  private static PreparedSentence make(
      int index,
      Span span,
      Part.Kind part,
      boolean furniture,
      int[] words,
      int[] forms,
      boolean[] quoted,
      boolean[] numeric,
      StoryWords vocabulary,
      Optional<float[]> vector,
      Supplier<float[][]> tokenVectors) {
    int[] weighty = new int[words.length];
    int count = 0;
    for (int word : words) {
      if (vocabulary.weight(word) > 0) {
        weighty[count++] = word;
      }
    }
    int[] bag = distinct(weighty, count);
    float[] bagWeights = new float[bag.length];
    float weight = 0;
    float squares = 0;
    for (int at = 0; at < bag.length; at++) {
      bagWeights[at] = vocabulary.weight(bag[at]);
      weight += bagWeights[at];
      squares += bagWeights[at] * bagWeights[at];
    }
    int[] numbers = new int[words.length];
    int found = 0;
    for (int at = 0; at < words.length; at++) {
      if (numeric[at]) {
        numbers[found++] = words[at];
      }
    }
    return new PreparedSentence(
        index,
        span,
        part,
        furniture,
        words,
        forms,
        quoted,
        bag,
        bagWeights,
        weight,
        (float) Math.sqrt(squares),
        grams(words),
        distinct(numbers, found),
        vector,
        tokenVectors);
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

  private static long[] grams(int[] words) {
    if (words.length < 3) {
      return new long[0];
    }
    long[] grams = new long[words.length - 2];
    for (int at = 0; at < grams.length; at++) {
      grams[at] = (long) words[at] << 42 ^ (long) words[at + 1] << 21 ^ words[at + 2];
    }
    Arrays.sort(grams);
    return grams;
  }

  /** Hash of the words as written; equal sentences have equal hashes. */
  long hash() {
    long hash = words.length;
    for (int form : forms) {
      hash = (hash ^ form) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  /** Share of the content weight that stands in quotation marks, 0 to 1. */
  double quotedShare(StoryWords vocabulary) {
    double all = 0;
    double inside = 0;
    for (int at = 0; at < words.length; at++) {
      float one = vocabulary.weight(words[at]) + .2f;
      all += one;
      inside += quoted[at] ? one : 0;
    }
    return all == 0 ? 0 : inside / all;
  }
}
