package org.twosource.bench.suite.story;

import java.io.IOException;
import java.util.List;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.learn.SimilarityScores;

/** Same statement or not: the features of StatementSimilarity under a linear model a corpus. */
public final class SimilaritySuite implements Suite {

  @Override
  public String name() {
    return "similarity";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    SimilarityScores scores = SimilarityScores.measure(data);
    return List.of(
        Figure.atLeast("Spearman, STSb dev", scores.sts(), .892, ".890 study"),
        Figure.atLeast(
            "accuracy, MRPC every sixth pair held out", scores.mrpc(), .79, ".787 study"),
        Figure.shown("accuracy, MRPC, each sixth held out in turn", scores.mrpcInTurn()),
        Figure.atLeast("accuracy, SICK trial", scores.sick(), .85, ".848 study"),
        Figure.shown("Spearman of the plain cosine, STSb dev", scores.cosine()));
  }
}
