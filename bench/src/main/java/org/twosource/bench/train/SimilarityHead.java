package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.twosource.bench.BenchData;
import org.twosource.bench.learn.SimilarityScores;
import org.twosource.reuse.LinearModel;

/**
 * The same-statement score: logistic regression on the features of {@link
 * org.twosource.reuse.StatementSimilarity}, learned from the STS benchmark (a grade of 3 of 5 is a
 * share of .6); and, to be shown beside it, another for MRPC and one against the rest for SICK.
 */
final class SimilarityHead implements Head {

  @Override
  public String name() {
    return "same-statement";
  }

  @Override
  public List<String> files() {
    return List.of("same-statement.txt", "same-statement-mrpc.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    SimilarityScores scores = SimilarityScores.measure(data);
    System.out.println(scores);
    String sts = "STSb dev Spearman %.4f".formatted(scores.sts());
    write(folder, "same-statement", scores.stsModel(), seed, sts);
    String mrpc =
        "MRPC accuracy %.4f on every sixth pair, held out; %.4f with each sixth held out in turn"
            .formatted(scores.mrpc(), scores.mrpcInTurn());
    write(folder, "same-statement-mrpc", scores.mrpcModel(), seed, mrpc);
  }

  private static void write(
      WeightsFolder folder, String name, LinearModel model, long seed, String score)
      throws IOException {
    Files.createDirectories(folder.folder());
    Files.writeString(folder.folder().resolve(name + ".txt"), "# " + score + "\n" + model.toText());
    Files.writeString(
        folder.folder().resolve(name + ".card.md"),
        """
        # %s: how far two sentences say the same

        A logistic regression on the features of `StatementSimilarity`.

        - Learned from: the training part of the corpus named below (STS benchmark: CC BY-SA and per \
        year; MRPC: Microsoft research licence).
        - Made by: `./build train same-statement %d`; Newton's method with a ridge on standardised \
        features, nothing random. Date: %s.
        - Score: %s. Which features to keep was chosen by cross-validation on training pairs.
        - Known faults: sees likeness of meaning, not changes of fact; short captions and headlines \
        are most of STSb, and all of it is in lower case, so names on one side have no weight there.
        """
            .formatted(name, seed, WeightsFolder.today(), score));
  }
}
