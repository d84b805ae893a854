package org.twosource.bench.suite.copying;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.compare.LearnedDifferences;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.PairComparer;

/**
 * Changes of meaning between a sentence and its copy, scored as distortion/README.md says, through
 * the door of {@code compare --pairs}: the two sentences alone. Half of the stories ("unseen") were
 * not looked at while the detectors were made, with the exceptions that docs/notes/distortion.md
 * names.
 *
 * <p>{@code TWOSOURCE_DISTORTION_LOG=FILE} runs the other half alone, and writes what was found in
 * each of its pairs.
 */
public final class DistortionSuite implements Suite {
  private static final Optional<String> LOG =
      Optional.ofNullable(System.getenv("TWOSOURCE_DISTORTION_LOG"));

  @Override
  public String name() {
    return "distortion";
  }

  private record Result(DistortionPair pair, List<Finding> findings) {
    boolean alarmed() {
      return findings.stream().anyMatch(finding -> finding.severity() != Severity.LOW);
    }

    boolean hits(DistortionPair.Change change) {
      return findings.stream().anyMatch(change::isHitBy);
    }
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      return run(data, annotator);
    }
  }

  private static List<Figure> run(BenchData data, StandardAnnotator annotator) throws IOException {
    PairComparer comparer = PairComparer.with(annotator, LearnedDifferences.standard());
    List<Result> results = new ArrayList<>();
    for (JsonNode node : data.jsonLines("distortion/pairs.jsonl")) {
      DistortionPair pair = DistortionPair.of(node);
      if (LOG.isPresent() && pair.unseen()) {
        continue;
      }
      results.add(
          new Result(pair, comparer.compare(pair.before(), pair.after(), Optional.of("en"))));
    }
    log(results);
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("unseen half", results, result -> result.pair().unseen()));
    figures.addAll(figures("all", results, result -> true));
    figures.addAll(kinds("unseen half", results, result -> result.pair().unseen()));
    figures.addAll(kinds("all", results, result -> true));
    figures.addAll(alarmKinds(results));
    return figures;
  }

  private static List<Figure> figures(String half, List<Result> all, Predicate<Result> chosen) {
    List<Result> controlled =
        all.stream().filter(chosen).filter(result -> result.pair().controlled()).toList();
    List<Result> real =
        all.stream().filter(chosen).filter(result -> !result.pair().controlled()).toList();
    return List.of(
        Figure.atLeast(
            "controlled recall, " + half, recall(controlled, change -> true), 0.72, ".61 study"),
        Figure.atLeast("controlled recall of the worst kind, " + half, worst(controlled), 0.40, ""),
        Figure.atLeast(
            "real recall, medium and high, " + half,
            recall(real, change -> !change.low()),
            0.40,
            ".21 study"),
        Figure.shown("real recall, all, " + half, recall(real, change -> true)),
        Figure.atMost(
            "controlled harmless pairs with a finding, " + half, alarms(controlled), 0.05, ""),
        Figure.atMost("real harmless pairs with a finding, " + half, alarms(real), 0.05, ""));
  }

  private static double recall(List<Result> results, Predicate<DistortionPair.Change> counted) {
    long labelled = 0;
    long hit = 0;
    for (Result result : results) {
      for (DistortionPair.Change change : result.pair().changes()) {
        labelled += counted.test(change) ? 1 : 0;
        hit += counted.test(change) && result.hits(change) ? 1 : 0;
      }
    }
    return labelled == 0 ? 1 : (double) hit / labelled;
  }

  /** Over kinds with three or more examples; quote-boundary does not count. */
  private static double worst(List<Result> controlled) {
    return byKind(controlled).entrySet().stream()
        .filter(kind -> !kind.getKey().equals("quote-boundary") && kind.getValue()[1] >= 3)
        .mapToDouble(kind -> (double) kind.getValue()[0] / kind.getValue()[1])
        .min()
        .orElse(1);
  }

  private static Map<String, int[]> byKind(List<Result> results) {
    Map<String, int[]> kinds = new TreeMap<>();
    for (Result result : results) {
      for (DistortionPair.Change change : result.pair().changes()) {
        int[] counts = kinds.computeIfAbsent(change.kind(), kind -> new int[2]);
        counts[0] += result.hits(change) ? 1 : 0;
        counts[1]++;
      }
    }
    return kinds;
  }

  private static double alarms(List<Result> results) {
    List<Result> harmless = results.stream().filter(result -> result.pair().harmless()).toList();
    return harmless.isEmpty()
        ? 0
        : (double) harmless.stream().filter(Result::alarmed).count() / harmless.size();
  }

  private static List<Figure> kinds(String half, List<Result> all, Predicate<Result> chosen) {
    List<Result> controlled =
        all.stream().filter(chosen).filter(result -> result.pair().controlled()).toList();
    return byKind(controlled).entrySet().stream()
        .map(
            kind ->
                Figure.shown(
                    "controlled, " + half + ": " + kind.getKey() + " of " + kind.getValue()[1],
                    (double) kind.getValue()[0] / kind.getValue()[1]))
        .toList();
  }

  /** Which detectors cry wolf: harmless pairs with a finding above low, by its kind. */
  private static List<Figure> alarmKinds(List<Result> results) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Result result : results) {
      if (result.pair().harmless()) {
        result.findings().stream()
            .filter(finding -> finding.severity() != Severity.LOW)
            .map(finding -> finding.kind().label())
            .distinct()
            .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
      }
    }
    return kinds.entrySet().stream()
        .map(kind -> Figure.shown("harmless pairs with " + kind.getKey(), kind.getValue()))
        .toList();
  }

  private static void log(List<Result> results) throws IOException {
    if (LOG.isEmpty()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    for (Result result : results) {
      DistortionPair pair = result.pair();
      boolean missed = pair.changes().stream().anyMatch(change -> !result.hits(change));
      boolean wrong = pair.harmless() && result.alarmed();
      lines.append(missed ? "MISSED " : wrong ? "ALARM " : "ok ").append(pair.id()).append('\n');
      lines.append("  - ").append(pair.before()).append('\n');
      lines.append("  + ").append(pair.after()).append('\n');
      pair.changes()
          .forEach(
              change ->
                  lines
                      .append("  label ")
                      .append(change.kind())
                      .append(change.low() ? " low" : "")
                      .append('\n'));
      for (Finding finding : result.findings()) {
        lines
            .append("  found ")
            .append(finding.kind().label())
            .append(' ')
            .append(finding.severity().label())
            .append(" [")
            .append(finding.before().map(span -> span.in(pair.before())).orElse(""))
            .append("] [")
            .append(finding.after().map(span -> span.in(pair.after())).orElse(""))
            .append("]\n");
      }
    }
    Files.writeString(Path.of(LOG.get()), lines);
  }
}
