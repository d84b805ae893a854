package org.twosource.bench.suite.copying;

import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.touches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * Ten real reports, each with a copy reworded throughout (W), a report that takes some of its
 * sentences (P), an independent one with the same quotations (I) and one without (R) ({@code
 * lineage/written.jsonl}). The five are read in one run.
 *
 * <p>A copy is found when a derivation ties it to the source, or one family holds both. An
 * independent report is joined when that holds of it and any other of the five. A copied sentence
 * is mapped when a passage leads from it to a sentence of the source that it was made of.
 */
public final class WrittenCopiesSuite implements Suite {
  private final StoryRuns runs;

  public WrittenCopiesSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "written-copies";
  }

  private static final class Counts {
    private final Tally whole = new Tally();
    private final Tally part = new Tally();
    private final Tally quoting = new Tally();
    private final Tally independent = new Tally();
    private final Tally split = new Tally();
    private final Tally direction = new Tally();
    private final Map<String, Tally> mapped = new TreeMap<>();
    private int falsePassages;

    double mapped() {
      int hits = mapped.values().stream().mapToInt(Tally::hits).sum();
      return (double) hits / Math.max(1, sentences());
    }

    int sentences() {
      return mapped.values().stream().mapToInt(Tally::all).sum();
    }
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Map<String, List<JsonNode>> bySource =
        data.jsonLines("lineage/written.jsonl").stream()
            .collect(Collectors.groupingBy(text -> text.path("source").asText()));
    Counts counts = new Counts();
    for (JsonNode source : data.jsonLines("lineage/written-sources.jsonl")) {
      List<JsonNode> made = bySource.getOrDefault(source.path("id").asText(), List.of());
      List<JsonNode> reports = new ArrayList<>(made);
      reports.addFirst(source);
      count(runs.lines(reports), source, made, counts);
    }
    return figures(counts);
  }

  private static void count(
      ResultDocument result, JsonNode source, List<JsonNode> made, Counts counts) {
    counts.split.add(result.stories().size() > 1);
    String from = source.path("id").asText();
    List<String> all =
        new ArrayList<>(made.stream().map(text -> text.path("id").asText()).toList());
    all.add(from);
    for (JsonNode text : made) {
      String id = text.path("id").asText();
      boolean found = tied(result, from, id);
      boolean joined = all.stream().anyMatch(other -> !other.equals(id) && tied(result, other, id));
      switch (text.path("role").asText()) {
        case "W" -> counts.whole.add(found);
        case "P" -> counts.part.add(found);
        case "I" -> counts.quoting.add(joined);
        default -> counts.independent.add(joined);
      }
      direction(result, from, id, counts);
      sentences(result, source, text, counts);
    }
  }

  private static boolean tied(ResultDocument result, String one, String other) {
    for (JsonNode story : result.stories()) {
      boolean family =
          ResultDocument.family(story, one).equals(ResultDocument.family(story, other));
      if (family
          || list(story.path("derivations")).stream().anyMatch(tie -> ties(tie, one, other))) {
        return true;
      }
    }
    return false;
  }

  private static boolean ties(JsonNode derivation, String one, String other) {
    String from = derivation.path("from").asText();
    String to = derivation.path("to").asText();
    return from.equals(one) && to.equals(other) || from.equals(other) && to.equals(one);
  }

  private static void direction(ResultDocument result, String source, String copy, Counts counts) {
    for (JsonNode story : result.stories()) {
      for (JsonNode derivation : story.path("derivations")) {
        if (ties(derivation, source, copy) && derivation.path("directed").asBoolean(true)) {
          counts.direction.add(derivation.path("from").asText().equals(source));
        }
      }
    }
  }

  private static void sentences(
      ResultDocument result, JsonNode source, JsonNode copy, Counts counts) {
    int cursor = 0;
    String text = copy.path("text").asText();
    for (JsonNode sentence : copy.path("sentences")) {
      int start = text.indexOf(sentence.path("text").asText(), cursor);
      if (start < 0) {
        continue;
      }
      cursor = start + sentence.path("text").asText().length();
      Citation place = new Citation(copy.path("id").asText(), new Span(start, cursor));
      List<Citation> origins = origins(source, sentence);
      String manner = sentence.path("manner").asText();
      boolean independent = !"WP".contains(copy.path("role").asText());
      if (manner.equals("own")) {
        counts.falsePassages += passage(result, place, whole(source)) ? 1 : 0;
      } else if (!independent && !origins.isEmpty()) {
        counts
            .mapped
            .computeIfAbsent(manner, key -> new Tally())
            .add(origins.stream().anyMatch(origin -> passage(result, place, origin)));
      }
    }
  }

  private static Citation whole(JsonNode source) {
    return new Citation(
        source.path("id").asText(), new Span(0, source.path("text").asText().length()));
  }

  private static List<Citation> origins(JsonNode source, JsonNode sentence) {
    List<Citation> origins = new ArrayList<>();
    for (JsonNode words : sentence.path("from")) {
      int start = source.path("text").asText().indexOf(words.asText());
      if (start >= 0) {
        origins.add(
            new Citation(
                source.path("id").asText(), new Span(start, start + words.asText().length())));
      }
    }
    return origins;
  }

  private static boolean passage(ResultDocument result, Citation one, Citation other) {
    return result.stories().stream()
        .flatMap(story -> list(story.path("passages")).stream())
        .filter(passage -> passage.path("copied").asBoolean(true))
        .anyMatch(
            passage ->
                touches(passage.path("a"), one) && touches(passage.path("b"), other)
                    || touches(passage.path("b"), one) && touches(passage.path("a"), other));
  }

  private static List<Figure> figures(Counts counts) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        Figure.atLeast(
            "reworded whole copies found, of 10",
            counts.whole.hits(),
            10,
            "1 of 8 closed (0.1.0)"));
    figures.add(
        Figure.atLeast(
            "part copies found, of 10", counts.part.hits(), 7.5, "5 of 8 closed (0.1.0)"));
    figures.add(
        Figure.atMost(
            "independent reports joined, of 20",
            counts.quoting.hits() + counts.independent.hits(),
            0,
            "0 of 16 closed (0.1.0)"));
    figures.add(
        Figure.atLeast("copied sentences mapped", counts.mapped(), 0.85, ".39 closed (0.1.0)"));
    figures.add(
        Figure.atMost("stories split, of 10", counts.split.hits(), 0, "4 of 8 closed (0.1.0)"));
    figures.add(Figure.shown("independent with the same quotations joined", counts.quoting.hits()));
    figures.add(Figure.shown("direction stated", counts.direction.all()));
    figures.add(Figure.shown("direction right, of those", counts.direction.share()));
    figures.add(Figure.shown("copied sentences", counts.sentences()));
    figures.add(Figure.shown("own sentences with a passage", counts.falsePassages));
    counts.mapped.forEach(
        (manner, tally) ->
            figures.add(
                Figure.shown("sentences mapped: " + manner + " of " + tally.all(), tally.share())));
    return figures;
  }
}
