package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import org.twosource.bench.BenchData;
import org.twosource.reuse.LinearModel;

/**
 * The same-statement score: ridge regression on the features of {@link
 * org.twosource.reuse.StatementSimilarity}, solved exactly, learned from the STS benchmark; and, to
 * be shown beside it, a logistic regression for MRPC and one against the rest for SICK.
 */
final class SimilarityHead implements Head {

  @Override
  public String name() {
    return "same-statement";
  }

  @Override
  public void train(BenchData data, WeightsFolder folder, long seed) throws IOException {
    SimilarityScores scores = SimilarityScores.measure(data);
    System.out.println(scores);
    String sts = "STSb dev Spearman %.4f".formatted(scores.sts());
    write(folder, "same-statement", scores.stsModel(), seed, sts);
    String mrpc = "MRPC held-out accuracy %.4f".formatted(scores.mrpc());
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

        A linear model on the features of `StatementSimilarity`.

        - Learned from: the training part of the corpus named below (STS benchmark: CC BY-SA and per \
        year; MRPC: Microsoft research licence).
        - Made by: `./build train same-statement %d`. Date: %s.
        - Score: %s.
        - Known faults: sees likeness of meaning, not changes of fact.
        """
            .formatted(name, seed, WeightsFolder.today(), score));
  }
}
