package org.twosource.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs suites and prints one table: suite, metric, this run, last committed, target, floor. */
public final class Bench {
  private Bench() {}

  /**
   * @param args names of suites, none for all; {@code --commit} writes the figures to
   *     bench/results, where a suite that could not run leaves what is there
   * @throws IOException when data or results cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    List<String> names = new ArrayList<>(Arrays.asList(args));
    boolean commit = names.remove("--commit");
    Optional<BenchData> data = BenchData.find();
    if (data.isEmpty()) {
      System.err.println(
          "No benchmark data: put it beside the project as ../shared/bench or set TWOSOURCE_BENCH.");
      System.exit(2);
    }
    List<Suite> chosen =
        Suites.standard().stream()
            .filter(suite -> names.isEmpty() || names.contains(suite.name()))
            .toList();
    if (chosen.isEmpty()) {
      System.err.println(
          "No such suite. There are: "
              + String.join(" ", Suites.standard().stream().map(Suite::name).toList()));
      System.exit(64);
    }
    Results results = new Results(Path.of("bench", "results"));
    System.out.printf(
        "%-12s %-64s %9s %9s %9s  %s%n",
        "suite", "metric", "this run", "committed", "target", "floor");
    for (Suite suite : chosen) {
      List<Figure> figures = suite.run(data.get());
      Map<String, Double> committed = results.committed(suite.name());
      figures.forEach(figure -> print(suite, figure, committed.get(figure.metric())));
      if (commit && !figures.isEmpty()) {
        results.write(suite.name(), figures);
      }
    }
  }

  private static void print(
      Suite suite, Figure figure, @org.jspecify.annotations.Nullable Double committed) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %-64s %9.4f %9s %9s%s %s%n",
        suite.name(),
        figure.metric(),
        figure.value(),
        committed == null ? "-" : String.format(Locale.ROOT, "%.4f", committed),
        figure.target().map(goal -> String.format(Locale.ROOT, "%.4f", goal)).orElse("-"),
        figure.reached() ? " " : "!",
        figure.floor());
  }
}
