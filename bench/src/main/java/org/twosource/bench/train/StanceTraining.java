package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.twosource.bench.BenchData;
import org.twosource.bench.learn.StanceLearning;

/** The stance of headlines as a head of the training command. */
final class StanceTraining implements Head {

  @Override
  public String name() {
    return "stance";
  }

  @Override
  public List<String> files() {
    return List.of("claim-stance.txt");
  }

  @Override
  public void train(BenchData data, WeightsFolder weights, long seed) throws IOException {
    System.out.printf("accuracy, claims held out: %.4f%n", StanceLearning.crossValidated(data));
    Files.writeString(weights.folder().resolve("claim-stance.txt"), StanceLearning.weights(data));
  }
}
