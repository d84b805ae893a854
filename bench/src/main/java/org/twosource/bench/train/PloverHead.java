package org.twosource.bench.train;

import java.io.IOException;
import java.util.List;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.data.PloverExamples;
import org.twosource.bench.data.PloverExamples.Example;
import org.twosource.bench.learn.PloverLearning;

/** The PLOVER root of what one side of an event does to the other. */
public final class PloverHead implements Head {
  @Override
  public String name() {
    return "plover";
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      List<Example> examples = PloverExamples.read(data, annotator);
      PloverLearning.Scores scores = PloverLearning.crossValidated(examples);
      System.out.println(scores);
      folder.write(name(), PloverLearning.train(examples), card(scores));
    }
  }

  private static String card(PloverLearning.Scores scores) {
    return """
        # plover: the PLOVER root of what one side of an event does to the other

        Multinomial logistic regression, ridge 1, on words between and around the sides, governing \
        words, entries of the event tables, and means of layer-4 word vectors (`RootFeatures`).

        - Learned from: PLV (Zero-Shot PLOVER, Halterman and others), 1,050 English news sentences \
        with marked sides; research use. CONCEDE and RETREAT are one class there, YIELD.
        - Made by: `./build train plover`; L-BFGS, no seed. Date: %s.
        - Five folds, sentences of one number or with six words in a row in common kept together: \
        macro-F1 of 15 roots %.4f (accuracy %.4f), of the 4 classes %.4f.
        - Known faults: has not seen sentences without an event; sides are given there, in the \
        product they come from names and grammar; few examples of COOPERATE, MOBILIZE and PROTEST.
        """
        .formatted(WeightsFolder.today(), scores.root(), scores.accuracy(), scores.quad());
  }
}
