package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.twosource.bench.BenchData;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.lineage.Origin;
import org.twosource.report.Citation;
import org.twosource.report.Handle;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Span;

/** The stories of shared/bench/claims/stories: reports in date order, and what was read in them. */
public record LabelledStories(List<One> stories) {

  /**
   * A labelled story.
   *
   * @param lineage the labelled families
   */
  public record One(
      String id,
      List<Report> reports,
      Lineage lineage,
      JsonNode claims,
      JsonNode events,
      JsonNode brief) {}

  public static LabelledStories read(BenchData data) throws IOException {
    Map<String, JsonNode> texts = new HashMap<>();
    for (String file : List.of("news_cluster", "basil", "ecbplus", "newswcl50")) {
      for (JsonNode node : data.jsonLines("stories/" + file + ".jsonl")) {
        texts.putIfAbsent(node.path("id").asText(), node);
      }
    }
    Map<String, JsonNode> events = byStory(data, "timeline");
    Map<String, JsonNode> briefs = byStory(data, "brief");
    List<One> stories = new ArrayList<>();
    for (JsonNode story : data.jsonLines("claims/stories/claims.jsonl")) {
      String id = story.path("story").asText();
      List<Report> reports = new ArrayList<>();
      for (JsonNode report : story.path("reports")) {
        reports.add(report(Objects.requireNonNull(texts.get(report.asText()))));
      }
      reports.sort(
          java.util.Comparator.comparing(
                  (Report report) -> report.published().map(date -> date.iso()).orElse(""))
              .thenComparing(Report::id));
      stories.add(
          new One(
              id,
              reports,
              lineage(story, reports),
              story,
              events.getOrDefault(id, MissingNode.getInstance()),
              briefs.getOrDefault(id, MissingNode.getInstance())));
    }
    return new LabelledStories(stories);
  }

  private static Map<String, JsonNode> byStory(BenchData data, String file) throws IOException {
    Map<String, JsonNode> nodes = new HashMap<>();
    for (JsonNode node : data.jsonLines("claims/stories/" + file + ".jsonl")) {
      nodes.put(node.path("story").asText(), node);
    }
    return nodes;
  }

  private static Lineage lineage(JsonNode story, List<Report> reports) {
    Map<String, List<String>> families = new LinkedHashMap<>();
    for (JsonNode family : story.path("families")) {
      for (JsonNode report : family.path("reports")) {
        families
            .computeIfAbsent(family.path("id").asText(), id -> new ArrayList<>())
            .add(report.asText());
      }
    }
    for (Report report : reports) {
      if (families.values().stream().noneMatch(family -> family.contains(report.id()))) {
        families.put("alone-" + report.id(), List.of(report.id()));
      }
    }
    List<Family> made = new ArrayList<>();
    families.forEach(
        (id, members) ->
            made.add(
                new Family(
                    Handle.of(id),
                    members,
                    new Origin(
                        members.getFirst(),
                        Optional.of(members.getFirst()),
                        Optional.empty(),
                        List.of()),
                    List.of())));
    return new Lineage(made, List.of());
  }

  /** The place a label points to: the phrase where one is given, else the sentence. */
  public static Citation place(JsonNode label) {
    boolean phrase = label.has("phraseStart");
    return new Citation(
        label.path("report").asText(),
        new Span(
            label.path(phrase ? "phraseStart" : "start").asInt(),
            label.path(phrase ? "phraseEnd" : "end").asInt()));
  }

  public static boolean touch(Citation a, Citation b) {
    return a.report().equals(b.report()) && a.span().overlaps(b.span());
  }

  /** A report of shared/bench/stories: id, source, title, date, url, text. */
  public static Report report(JsonNode node) {
    return new Report(
        node.path("id").asText(),
        node.path("source").asText(),
        text(node, "url"),
        text(node, "source"),
        text(node, "title"),
        List.of(),
        List.of(),
        text(node, "date").flatMap(PartialDate::parse),
        Optional.of("en"),
        node.path("text").asText());
  }

  private static Optional<String> text(JsonNode node, String field) {
    String value = node.path(field).asText("");
    return value.isBlank() ? Optional.empty() : Optional.of(value);
  }
}
