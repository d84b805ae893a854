package org.twosource.bench.suite.story;

import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.touches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * What is shown as two sources, against labelled pairs of sentences ({@code claims/pairs}). A pair
 * is counted as independent support when both sentences stand in one claim that is corroborated,
 * and their reports are of two families. Each set is read in one run, with stories as they are
 * found.
 */
public final class SupportSuite implements Suite {
  private static final Set<String> ENTAILING = Set.of("same", "a>b", "b>a");
  private static final int CERTAIN = 2;
  private final StoryRuns runs;

  public SupportSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "support";
  }

  /** A labelled pair and whether the product counts it. */
  private record Judged(JsonNode pair, boolean counted) {
    boolean entails() {
      return ENTAILING.contains(pair.path("rel").asText());
    }

    boolean shares() {
      return entails() || pair.path("rel").asText().equals("part");
    }

    boolean ownWords() {
      return entails() && pair.path("informant").asText().equals("own") && certain();
    }

    boolean certain() {
      return pair.path("sure").asInt() == CERTAIN;
    }

    boolean independent() {
      return shares() && pair.path("informant").asText().equals("own");
    }
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Map<String, List<JsonNode>> byFile =
        data.jsonLines("claims/pairs/pairs.jsonl").stream()
            .collect(
                Collectors.groupingBy(
                    pair -> pair.path("file").asText(), TreeMap::new, Collectors.toList()));
    List<Judged> judged = new ArrayList<>();
    for (var file : byFile.entrySet()) {
      ResultDocument result =
          file.getKey().equals("neus")
              ? runs.triples(data, triples(file.getValue()))
              : runs.set(data, file.getKey());
      file.getValue()
          .forEach(
              pair ->
                  judged.add(
                      new Judged(
                          pair, supported(result, place(pair.path("a")), place(pair.path("b"))))));
    }
    return figures(judged);
  }

  private static List<Figure> figures(List<Judged> judged) {
    Tally sharing = new Tally();
    Tally sharingSure = new Tally();
    Tally entailing = new Tally();
    Tally independent = new Tally();
    Tally ownWords = new Tally();
    for (Judged one : judged) {
      if (one.counted()) {
        sharing.add(one.shares());
        entailing.add(one.entails());
        independent.add(one.independent());
        if (one.certain()) {
          sharingSure.add(one.shares());
        }
      }
      if (one.ownWords()) {
        ownWords.add(one.counted());
      }
    }
    return List.of(
        Figure.atLeast(
            "pairs counted as two sources that share a statement",
            sharing.share(),
            0.93,
            ".65 closed (0.1.0)"),
        Figure.atLeast(
            "own-words pairs counted", ownWords.share(), 0.50, ".82 closed, at .65 (0.1.0)"),
        Figure.shown("the same, labels that are certain", sharingSure.share()),
        Figure.shown("pairs counted that entail", entailing.share()),
        Figure.shown(
            "pairs counted that share a statement in words or from persons of their own",
            independent.share()),
        Figure.shown("pairs counted", sharing.all()),
        Figure.shown("own-words pairs", ownWords.all()));
  }

  /** Whether one corroborated claim holds both places and they are of two families. */
  static boolean supported(ResultDocument result, Citation a, Citation b) {
    for (JsonNode story : result.stories()) {
      for (JsonNode claim : story.path("claims")) {
        if (claim.path("standing").asText().equals("corroborated")
            && holds(claim, a)
            && holds(claim, b)
            && !ResultDocument.family(story, a.report())
                .equals(ResultDocument.family(story, b.report()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(JsonNode claim, Citation place) {
    return list(claim.path("statements")).stream().anyMatch(statement -> touches(statement, place));
  }

  private static Citation place(JsonNode side) {
    return new Citation(
        side.path("report").asText(),
        new Span(side.path("start").asInt(), side.path("end").asInt()));
  }

  private static Set<String> triples(List<JsonNode> pairs) {
    Set<String> stories = new TreeSet<>();
    for (JsonNode pair : pairs) {
      for (JsonNode side : List.of(pair.path("a"), pair.path("b"))) {
        String report = side.path("report").asText();
        stories.add(report.substring(0, report.lastIndexOf('-')));
      }
    }
    return stories;
  }
}
