package org.twosource.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.twosource.bench.BenchData;

/** Rebuilds the weights of one head: {@code ./build train HEAD [SEED]}. */
public final class Train {
  private Train() {}

  /**
   * @param args the name of a head, and a seed if it shall not be 1
   * @throws IOException when data cannot be read or weights cannot be written
   */
  public static void main(String[] args) throws IOException {
    Optional<Head> head =
        Heads.standard().stream()
            .filter(one -> args.length > 0 && one.name().equals(args[0]))
            .findFirst();
    if (head.isEmpty()) {
      System.err.println(
          "Name one of the heads: "
              + String.join(" ", Heads.standard().stream().map(Head::name).toList()));
      System.exit(64);
    }
    Optional<BenchData> data = BenchData.find();
    if (data.isEmpty()) {
      System.err.println(
          "No benchmark data: put it beside the project as ../shared/bench or set TWOSOURCE_BENCH.");
      System.exit(2);
    }
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    Path folder = Path.of("core", "src", "main", "resources", "org", "twosource", "weights");
    head.get().train(data.get(), new WeightsFolder(folder), seed);
  }
}
