package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.suite.AlignmentSuite;
import org.twosource.bench.suite.LineageData;
import org.twosource.bench.suite.LineageData.Aligned;
import org.twosource.bench.suite.LineageSuite;
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
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    LineageData reports = LineageData.read(data);
    Map<String, Annotated> annotated = new HashMap<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (Aligned gold : LineageData.aligned(data)) {
        if (!annotated.containsKey(gold.a()) || !annotated.containsKey(gold.b())) {
          annotator
              .annotate(reports.stories().getOrDefault(gold.story(), List.of()))
              .reports()
              .forEach(report -> annotated.put(report.id(), report));
        }
      }
    }
    List<double[]> words = new ArrayList<>();
    List<double[]> vectors = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (Aligned gold : LineageData.aligned(data)) {
      for (SentenceComparison pair : AlignmentSuite.compared(reports, annotated, gold)) {
        Boolean label = AlignmentSuite.label(gold, pair);
        if (label != null && pair.vectors().length > 0) {
          words.add(pair.words());
          vectors.add(pair.vectors());
          labels.add(label);
        }
      }
    }
    write(weights, "same-statement-words", SentenceComparison.WORD_FEATURES, words, labels);
    write(weights, "same-statement-vectors", SentenceComparison.VECTOR_FEATURES, vectors, labels);
    LinearModel derivation = LineageSuite.train(LineageSuite.judged(data));
    write(weights, "derivation", derivation);
  }

  private static void write(
      WeightsFolder weights,
      String name,
      List<String> features,
      List<double[]> values,
      List<Boolean> labels)
      throws IOException {
    boolean[] truth = new boolean[labels.size()];
    for (int at = 0; at < truth.length; at++) {
      truth[at] = labels.get(at);
    }
    write(weights, name, Regression.train(features, values.toArray(double[][]::new), truth, RIDGE));
  }

  private static void write(WeightsFolder weights, String name, LinearModel model)
      throws IOException {
    Files.writeString(
        weights.folder().resolve(name + ".tsv"),
        "# logistic regression; see the card of this name\n" + model.toText());
    System.out.println(name + " " + model);
  }
}
