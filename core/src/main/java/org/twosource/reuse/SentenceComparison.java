package org.twosource.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Span;
import org.twosource.text.Sentence;

/**
 * Two sentences of two reports and what they have in common as numbers: the examples from which the
 * weights of sentence alignment are learned.
 *
 * @param a offsets into the first report's body
 * @param b offsets into the second report's body
 * @param words values of {@link #WORD_FEATURES}
 * @param vectors values of {@link #VECTOR_FEATURES}; empty without a model
 */
public record SentenceComparison(Span a, Span b, double[] words, double[] vectors) {
  public static final List<String> WORD_FEATURES = SentenceFeatures.FEATURES;
  public static final List<String> VECTOR_FEATURES = SentenceFeatures.VECTOR_FEATURES;

  /** Pairs below this cosine of words and of vectors are not alike at all. */
  private static final double MIN_COSINE = .05;

  private static final double MIN_VECTOR_COSINE = .3;

  /**
   * All pairs of sentences of two reports that are alike at all, and all others that {@code keep}
   * asks for.
   *
   * @param story all reports of the story, for the weights of words
   */
  public static List<SentenceComparison> of(
      List<Annotated> story, Annotated a, Annotated b, WordRarity rarity, Keep keep) {
    StoryWords vocabulary = new StoryWords(rarity);
    vocabulary.count(story);
    List<SentenceComparison> pairs = new ArrayList<>();
    List<PreparedSentence> right = prepared(story, b, vocabulary);
    for (PreparedSentence one : prepared(story, a, vocabulary)) {
      for (PreparedSentence two : right) {
        double[] words = SentenceFeatures.features(one, two);
        double[] vectors =
            SentenceFeatures.haveVectors(one, two)
                ? SentenceFeatures.vectorFeatures(one, two, vocabulary)
                : new double[0];
        boolean alike =
            words[0] >= MIN_COSINE
                || vectors.length > words.length && vectors[words.length] >= MIN_VECTOR_COSINE;
        if (alike || keep.keeps(one.span(), two.span())) {
          pairs.add(new SentenceComparison(one.span(), two.span(), words, vectors));
        }
      }
    }
    return pairs;
  }

  /** Which pairs are examples whatever they have in common. */
  @FunctionalInterface
  public interface Keep {
    boolean keeps(Span a, Span b);
  }

  private static List<PreparedSentence> prepared(
      List<Annotated> story, Annotated report, StoryWords vocabulary) {
    int place = story.indexOf(report);
    List<PreparedSentence> prepared = new ArrayList<>();
    for (Sentence sentence : report.sentences()) {
      PreparedSentence ready = PreparedSentence.of(report, place, sentence, vocabulary);
      if (ready.words().length > 0) {
        prepared.add(ready);
      }
    }
    return prepared;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SentenceComparison pair
        && a.equals(pair.a)
        && b.equals(pair.b)
        && Arrays.equals(words, pair.words)
        && Arrays.equals(vectors, pair.vectors);
  }

  @Override
  public int hashCode() {
    return a.hashCode() * 31 + b.hashCode();
  }

  @Override
  public String toString() {
    return a + " " + b + " " + Arrays.toString(words);
  }
}
