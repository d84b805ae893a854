package org.twosource.bench.suite.copying;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.Tally;
import org.twosource.compare.LearnedDifferences;
import org.twosource.distortion.Distortion.Severity;
import org.twosource.distortion.Finding;
import org.twosource.distortion.PairComparer;
import org.twosource.report.Span;

/**
 * Controlled pairs in eleven styles of copying, half of them reworded throughout ({@code
 * distortion/written.jsonl}), through the door of {@code compare --pairs}. A change of medium or
 * high severity is found with its kind when a finding above low touches its words on one side and
 * names the kind or one that is accepted; its place is found whatever the kind. A harmless pair is
 * charged by any finding above low. The unseen half is cut by event, as in {@link DistortionPair}.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints what was missed and charged in the other half.
 */
public final class WrittenDistortionSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;

  @Override
  public String name() {
    return "written-distortions";
  }

  private record Result(JsonNode pair, List<Finding> severe) {
    boolean unseen() {
      return DistortionPair.isUnseen(pair.path("event").asText());
    }

    boolean harmless() {
      return pair.path("label").asText().equals("harmless");
    }

    List<JsonNode> graveChanges() {
      return ResultDocument.list(pair.path("changes")).stream()
          .filter(change -> !change.path("severity").asText().equals("low"))
          .toList();
    }

    boolean findsKind(JsonNode change) {
      Set<String> accepted = new TreeSet<>(Set.of(change.path("kind").asText()));
      change.path("alsoAccept").forEach(kind -> accepted.add(kind.asText()));
      return severe.stream()
          .anyMatch(
              finding -> accepted.contains(finding.kind().label()) && touches(finding, change));
    }

    boolean findsPlace(JsonNode change) {
      return severe.stream().anyMatch(finding -> touches(finding, change));
    }

    private boolean touches(Finding finding, JsonNode change) {
      return touch(finding.before(), "from", change.path("before").asText())
          || touch(finding.after(), "to", change.path("after").asText());
    }

    private boolean touch(Optional<Span> found, String side, String words) {
      int start = pair.path(side).path("text").asText().indexOf(words);
      return found.isPresent()
          && !words.isEmpty()
          && start >= 0
          && found.get().overlaps(new Span(start, start + words.length()));
    }
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    List<Result> results = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      PairComparer comparer = PairComparer.with(annotator, LearnedDifferences.standard());
      for (JsonNode pair : data.jsonLines("distortion/written.jsonl")) {
        List<Finding> findings =
            comparer.compare(
                pair.path("from").path("text").asText(),
                pair.path("to").path("text").asText(),
                Optional.of("en"));
        results.add(
            new Result(
                pair, findings.stream().filter(one -> one.severity() != Severity.LOW).toList()));
      }
    }
    show(results);
    List<Figure> figures = new ArrayList<>();
    figures.addAll(figures("all", results, result -> true));
    figures.addAll(figures("unseen half", results, Result::unseen));
    figures.addAll(byKind(results));
    figures.addAll(byStyle(results));
    return figures;
  }

  private static List<Figure> figures(String half, List<Result> all, Predicate<Result> chosen) {
    Tally kind = new Tally();
    Tally place = new Tally();
    Tally charged = new Tally();
    for (Result result : all.stream().filter(chosen).toList()) {
      for (JsonNode change : result.graveChanges()) {
        kind.add(result.findsKind(change));
        place.add(result.findsPlace(change));
      }
      if (result.harmless()) {
        charged.add(!result.severe().isEmpty());
      }
    }
    return List.of(
        Figure.atLeast(
            "medium and high found with their kind, " + half,
            kind.share(),
            0.45,
            ".26 closed (0.1.0)"),
        Figure.shown("medium and high, place found, " + half, place.share()),
        Figure.atMost(
            "harmless pairs charged, " + half, charged.share(), 0.06, ".14 closed (0.1.0)"));
  }

  private static List<Figure> byKind(List<Result> results) {
    Map<String, Tally> kinds = new TreeMap<>();
    for (Result result : results) {
      for (JsonNode change : result.graveChanges()) {
        kinds
            .computeIfAbsent(change.path("kind").asText(), kind -> new Tally())
            .add(result.findsKind(change));
      }
    }
    return shares("found: ", kinds);
  }

  private static List<Figure> byStyle(List<Result> results) {
    Map<String, Tally> styles = new TreeMap<>();
    for (Result result : results) {
      if (result.harmless()) {
        styles
            .computeIfAbsent(result.pair().path("style").asText(), style -> new Tally())
            .add(!result.severe().isEmpty());
      }
    }
    return shares("harmless charged: ", styles);
  }

  private static List<Figure> shares(String what, Map<String, Tally> tallies) {
    return tallies.entrySet().stream()
        .map(
            one ->
                Figure.shown(
                    what + one.getKey() + " of " + one.getValue().all(), one.getValue().share()))
        .toList();
  }

  private static void show(List<Result> results) {
    for (Result result : results) {
      if (!SHOW || result.unseen()) {
        continue;
      }
      for (JsonNode change : result.graveChanges()) {
        if (!result.findsKind(change)) {
          System.out.println("MISSED\t" + change + "\t" + result.pair());
        }
      }
      if (result.harmless() && !result.severe().isEmpty()) {
        System.out.println("CHARGED\t" + result.severe() + "\t" + result.pair());
      }
    }
  }
}
