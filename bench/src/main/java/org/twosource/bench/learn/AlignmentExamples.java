package org.twosource.bench.learn;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.twosource.annotate.Annotated;
import org.twosource.bench.data.LineageData.Aligned;
import org.twosource.bench.score.AlignmentScore;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.SentenceComparison;

/** Pairs of sentences of aligned reports, and what is learned from them. */
public final class AlignmentExamples {
  /** Strength of the pull of weights towards 0. */
  public static final double RIDGE = .3;

  private AlignmentExamples() {}

  /** The sentence pairs of two aligned reports, as examples. */
  public static List<SentenceComparison> compared(List<Annotated> story, Aligned gold) {
    Annotated a = report(story, gold.a());
    Annotated b = report(story, gold.b());
    return SentenceComparison.of(
        story,
        a,
        b,
        WordRarity.standard(),
        (left, right) ->
            gold.groups().stream()
                .anyMatch(
                    group -> AlignmentScore.meets(group, new AlignmentScore.Link(left, right))));
  }

  private static Annotated report(List<Annotated> story, String id) {
    return story.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** Whether a pair belongs together; null for ambiguous ones. */
  public static @Nullable Boolean label(Aligned gold, SentenceComparison pair) {
    AlignmentScore.Link link = new AlignmentScore.Link(pair.a(), pair.b());
    if (gold.groups().stream().anyMatch(group -> AlignmentScore.meets(group, link))) {
      return true;
    }
    return gold.ambiguous().stream().anyMatch(group -> AlignmentScore.meets(group, link))
        ? null
        : false;
  }

  /** Two sentences are one statement, by their words. */
  public static LinearModel byWords(List<SentenceComparison> pairs, List<Boolean> labels) {
    return model(SentenceComparison.WORD_FEATURES, pairs, SentenceComparison::words, labels);
  }

  /** Two sentences are one statement, by words and vectors. */
  public static LinearModel byVectors(List<SentenceComparison> pairs, List<Boolean> labels) {
    return model(SentenceComparison.VECTOR_FEATURES, pairs, SentenceComparison::vectors, labels);
  }

  private static LinearModel model(
      List<String> features,
      List<SentenceComparison> pairs,
      Function<SentenceComparison, double[]> values,
      List<Boolean> labels) {
    boolean[] truth = new boolean[labels.size()];
    for (int at = 0; at < truth.length; at++) {
      truth[at] = labels.get(at);
    }
    return Regression.train(
        features, pairs.stream().map(values).toArray(double[][]::new), truth, RIDGE);
  }
}
