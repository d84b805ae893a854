package org.twosource.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;

/**
 * The inner loops under JMH, each told as a multiple of the same machine's pass of the encoder over
 * one sentence, so that figures of two machines can be compared.
 */
public final class LoopsSuite implements Suite {
  @Override
  public String name() {
    return "loops";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Map<String, Double> micros = new TreeMap<>();
    try {
      for (RunResult result :
          new Runner(
                  new OptionsBuilder()
                      .include(Loops.class.getSimpleName() + "\\.")
                      .verbosity(VerboseMode.SILENT)
                      .build())
              .run()) {
        micros.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
      }
    } catch (RunnerException failure) {
      throw new IOException("the loops could not be measured", failure);
    }
    double pass = micros.getOrDefault("encodeSentence", Double.NaN);
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.shown("encoder, one sentence, microseconds", pass));
    micros.forEach(
        (loop, cost) -> {
          if (!loop.equals("encodeSentence")) {
            figures.add(Figure.shown(loop + ", in encoder passes", cost / pass));
          }
        });
    return figures;
  }
}
