package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.suite.AlignmentSuite;
import org.twosource.bench.suite.DerivationExamples;
import org.twosource.bench.suite.LineageData;
import org.twosource.bench.suite.LineageData.Aligned;
import org.twosource.bench.suite.WrittenPair;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.SentenceComparison;

/**
 * The three logistic regressions of reuse and lineage: two sentences are one statement (by words;
 * with vectors), and two reports are copies. Run it twice after a change of the features of
 * sentences: the third is learned on what the first two find.
 */
public final class LineageHead implements Head {
  /** Strength of the pull of weights towards 0. */
  public static final double RIDGE = .3;

  @Override
  public String name() {
    return "lineage";
  }

  @Override
  public List<String> files() {
    return List.of("same-statement-words.tsv", "same-statement-vectors.tsv", "derivation.tsv");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    LineageData reports = LineageData.read(data);
    Map<String, List<Annotated>> stories = new HashMap<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (Aligned gold : LineageData.aligned(data)) {
        stories.computeIfAbsent(
            gold.story(),
            id -> annotator.annotate(reports.stories().getOrDefault(id, List.of())).reports());
      }
    }
    List<SentenceComparison> pairs = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (Aligned gold : LineageData.aligned(data)) {
      List<Annotated> story = stories.getOrDefault(gold.story(), List.of());
      for (SentenceComparison pair : AlignmentSuite.compared(story, gold)) {
        Boolean label = AlignmentSuite.label(gold, pair);
        if (label != null && pair.vectors().length > 0) {
          pairs.add(pair);
          labels.add(label);
        }
      }
    }
    write(weights, "same-statement-words", byWords(pairs, labels));
    write(weights, "same-statement-vectors", byVectors(pairs, labels));
    LinearModel derivation = DerivationExamples.read(data).train(WrittenPair.read(data));
    write(weights, "derivation", derivation);
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

  private static void write(WeightsFolder weights, String name, LinearModel model)
      throws IOException {
    Files.writeString(
        weights.folder().resolve(name + ".tsv"),
        "# logistic regression; see the card beside it\n" + model.toText());
    System.out.println(name + " " + model);
  }
}
