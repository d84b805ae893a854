package org.twosource.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * What a run wrote as JSON, read as anybody outside would read it: the fields of {@code
 * docs/schema/result.schema.json} and nothing else.
 */
public final class ResultDocument {
  private final JsonNode root;
  private final Map<String, JsonNode> reports = new HashMap<>();
  private final Map<String, JsonNode> entities = new HashMap<>();
  private final Map<String, JsonNode> storyOf = new HashMap<>();

  public ResultDocument(JsonNode root) {
    this.root = root;
    root.path("reports").forEach(report -> reports.put(report.path("id").asText(), report));
    root.path("entities").forEach(entity -> entities.put(entity.path("id").asText(), entity));
    for (JsonNode story : root.path("stories")) {
      story.path("reports").forEach(report -> storyOf.put(report.asText(), story));
    }
  }

  public JsonNode root() {
    return root;
  }

  public List<JsonNode> reports() {
    return list(root.path("reports"));
  }

  public Optional<JsonNode> report(String id) {
    return Optional.ofNullable(reports.get(id));
  }

  public List<JsonNode> stories() {
    return list(root.path("stories"));
  }

  /** The story that holds a report. */
  public Optional<JsonNode> storyOf(String report) {
    return Optional.ofNullable(storyOf.get(report));
  }

  public Optional<JsonNode> entity(String id) {
    return Optional.ofNullable(entities.get(id));
  }

  /** The name of an entity; empty for an unknown id, or none. */
  public String name(JsonNode id) {
    return id.isTextual()
        ? entity(id.asText()).map(entity -> entity.path("name").asText()).orElse("")
        : "";
  }

  /** The family of a report within a story; the report itself where it has none. */
  public static String family(JsonNode story, String report) {
    for (JsonNode family : story.path("families")) {
      for (JsonNode member : family.path("reports")) {
        if (member.asText().equals(report)) {
          return family.path("id").asText();
        }
      }
    }
    return report;
  }

  /** Whether a node with {@code report}, {@code start} and {@code end} overlaps a place. */
  public static boolean touches(JsonNode node, Citation place) {
    return node.path("report").asText().equals(place.report()) && overlaps(node, place.span());
  }

  /** Whether a node with {@code start} and {@code end} overlaps a span. */
  public static boolean overlaps(JsonNode node, Span span) {
    return overlap(node, span) > 0;
  }

  /** Characters that a node with {@code start} and {@code end} shares with a span. */
  public static int overlap(JsonNode node, Span span) {
    return node.path("start").isInt()
        ? Math.max(
            0,
            Math.min(node.path("end").asInt(), span.end())
                - Math.max(node.path("start").asInt(), span.start()))
        : 0;
  }

  public static boolean touchesAny(List<JsonNode> nodes, Citation place) {
    return nodes.stream().anyMatch(node -> touches(node, place));
  }

  /**
   * The sides of a dispute, each a list of statements: its answers, or the two statements of a
   * document without answers.
   */
  public static List<List<JsonNode>> sides(JsonNode claim, JsonNode dispute) {
    List<List<JsonNode>> sides = new ArrayList<>();
    JsonNode statements = claim.path("statements");
    for (JsonNode answer : dispute.path("answers")) {
      sides.add(
          list(answer.path("statements")).stream()
              .map(number -> statements.path(number.asInt()))
              .toList());
    }
    if (sides.size() < 2) {
      return List.of(
          List.of(statements.path(dispute.path("a").asInt())),
          List.of(statements.path(dispute.path("b").asInt())));
    }
    return sides;
  }

  /** Whether one side of a dispute touches the one place and another side the other. */
  public static boolean divides(List<List<JsonNode>> sides, Citation one, Citation other) {
    return IntStream.range(0, sides.size())
        .filter(side -> touchesAny(sides.get(side), one))
        .anyMatch(
            side ->
                IntStream.range(0, sides.size())
                    .anyMatch(next -> next != side && touchesAny(sides.get(next), other)));
  }

  public static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
