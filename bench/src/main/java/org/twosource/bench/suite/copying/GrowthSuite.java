package org.twosource.bench.suite.copying;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;

/**
 * How cost and memory grow with the number of reports: exponents of CPU time between streams of
 * ten, a hundred and a thousand thousand reports. The largest takes an hour or so and is run only
 * when the variable {@code TWOSOURCE_GROWTH} says so: {@code TWOSOURCE_GROWTH=1000000}.
 */
public final class GrowthSuite implements Suite {
  private static final int SMALL = 10_000;
  private static final int LARGE = 100_000;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public List<Figure> run(BenchData data) {
    GrowthTrial.of(SMALL);
    List<GrowthTrial> trials =
        new ArrayList<>(List.of(GrowthTrial.of(SMALL), GrowthTrial.of(LARGE)));
    String largest = System.getenv("TWOSOURCE_GROWTH");
    if (largest != null) {
      trials.add(GrowthTrial.of(Integer.parseInt(largest)));
    }
    GrowthTrial small = trials.getFirst();
    GrowthTrial last = trials.getLast();
    String range = " to " + last.reports() + " reports";
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atMost(
            "CPU growth exponent, index, search, alignment and stories, 10000" + range,
            exponent(small, last, GrowthTrial::all),
            1.08,
            ""));
    figures.add(
        Figure.shown(
            "CPU growth exponent, index and search", exponent(small, last, GrowthTrial::index)));
    figures.add(
        Figure.shown(
            "CPU growth exponent, alignment", exponent(small, last, GrowthTrial::alignment)));
    figures.add(
        Figure.shown("CPU growth exponent, stories", exponent(small, last, GrowthTrial::stories)));
    for (GrowthTrial trial : trials) {
      String of = ", microseconds a report, " + trial.reports();
      figures.add(Figure.shown("index and search" + of, perReport(trial, trial.index())));
      figures.add(Figure.shown("alignment" + of, perReport(trial, trial.alignment())));
      figures.add(Figure.shown("stories" + of, perReport(trial, trial.stories())));
    }
    figures.add(
        Figure.atMost(
            "index, gigabytes per million reports, at " + last.reports(),
            last.bytesPerReport() / 1000,
            1.5,
            ""));
    return figures;
  }

  private static double perReport(GrowthTrial trial, double seconds) {
    return seconds / trial.reports() * 1e6;
  }

  private static double exponent(
      GrowthTrial small, GrowthTrial large, ToDoubleFunction<GrowthTrial> cost) {
    return Math.log(cost.applyAsDouble(large) / cost.applyAsDouble(small))
        / Math.log(large.reports() / (double) small.reports());
  }
}
