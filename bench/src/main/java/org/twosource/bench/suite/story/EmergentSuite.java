package org.twosource.bench.suite.story;

import java.io.IOException;
import java.util.List;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.learn.StanceLearning;

/** Stance of headlines on Emergent, five folds, all headlines of a claim in one fold. */
public final class EmergentSuite implements Suite {
  @Override
  public String name() {
    return "emergent";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    return List.of(
        Figure.atLeast(
            "stance of a headline, accuracy, claims held out",
            StanceLearning.crossValidated(data),
            0.72,
            ".73 the paper"));
  }
}
