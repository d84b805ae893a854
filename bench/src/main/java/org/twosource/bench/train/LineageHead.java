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
import org.twosource.bench.data.LineageData;
import org.twosource.bench.data.LineageData.Aligned;
import org.twosource.bench.data.WrittenPair;
import org.twosource.bench.learn.AlignmentExamples;
import org.twosource.bench.learn.DerivationExamples;
import org.twosource.reuse.LinearModel;
import org.twosource.reuse.SentenceComparison;

/**
 * The three logistic regressions of reuse and lineage: two sentences are one statement (by words;
 * with vectors), and two reports are copies. Run it twice after a change of the features of
 * sentences: the third is learned on what the first two find.
 */
public final class LineageHead implements Head {
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
      for (SentenceComparison pair : AlignmentExamples.compared(story, gold)) {
        Boolean label = AlignmentExamples.label(gold, pair);
        if (label != null && pair.vectors().length > 0) {
          pairs.add(pair);
          labels.add(label);
        }
      }
    }
    write(weights, "same-statement-words", AlignmentExamples.byWords(pairs, labels));
    write(weights, "same-statement-vectors", AlignmentExamples.byVectors(pairs, labels));
    LinearModel derivation = DerivationExamples.read(data).train(WrittenPair.read(data));
    write(weights, "derivation", derivation);
  }

  private static void write(WeightsFolder weights, String name, LinearModel model)
      throws IOException {
    Files.writeString(
        weights.folder().resolve(name + ".tsv"),
        "# logistic regression; see the card beside it\n" + model.toText());
    System.out.println(name + " " + model);
  }
}
