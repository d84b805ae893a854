package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.PairEvidence;
import org.twosource.report.Report;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.PassageAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * Pairs of a source and a report that was written to be its copy or to be independent of it, with
 * what they share: the ten sources of {@code lineage/written.jsonl}, and sets of three to five
 * sentences of our own ({@code short-reports.jsonl}), of which the first report is the source.
 *
 * @param story of the source
 * @param role "copy" (reworded throughout), "part", "independent"
 */
public record WrittenPair(String story, String role, PairEvidence evidence) {
  private static final String SHORT = "short-reports.jsonl";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One report before it is read. */
  private record Draft(String id, String role, String text) {}

  public boolean isDerived() {
    return !role.equals("independent");
  }

  /** All pairs that share anything, by words or by meaning. */
  public static List<WrittenPair> read(BenchData data) throws IOException {
    Map<String, List<Draft>> stories = new LinkedHashMap<>();
    for (JsonNode source : data.jsonLines("lineage/written-sources.jsonl")) {
      add(stories, source.path("id").asText(), source, "source");
    }
    for (JsonNode made : data.jsonLines("lineage/written.jsonl")) {
      String role =
          switch (made.path("role").asText()) {
            case "W" -> "copy";
            case "P" -> "part";
            default -> "independent";
          };
      add(stories, made.path("source").asText(), made, role);
    }
    for (JsonNode made : ofOurOwn()) {
      add(stories, made.path("story").asText(), made, made.path("role").asText());
    }
    List<WrittenPair> pairs = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      stories.forEach((story, drafts) -> pairs.addAll(pairs(story, drafts, annotator)));
    }
    return pairs;
  }

  /** The short sets: {@code id}, {@code story}, {@code role} and {@code text} a line. */
  public static List<JsonNode> ofOurOwn() throws IOException {
    try (InputStream file = WrittenPair.class.getResourceAsStream(SHORT)) {
      if (file == null) {
        throw new IOException("no " + SHORT + " on the class path");
      }
      List<JsonNode> nodes = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        nodes.add(JSON.readTree(line));
      }
      return nodes;
    }
  }

  private static void add(
      Map<String, List<Draft>> stories, String story, JsonNode node, String role) {
    stories
        .computeIfAbsent(story, key -> new ArrayList<>())
        .add(new Draft(node.path("id").asText(), role, node.path("text").asText()));
  }

  private static List<WrittenPair> pairs(
      String story, List<Draft> drafts, StandardAnnotator annotator) {
    StandardTextBuilder builder = new StandardTextBuilder();
    List<Text> texts =
        drafts.stream().map(draft -> builder.build(Report.of(draft.id(), draft.text()))).toList();
    List<Annotated> reports = annotator.annotate(texts).reports();
    List<Alignment> alignments = new PassageAligner().align(reports);
    List<WrittenPair> pairs = new ArrayList<>();
    for (int at = 1; at < drafts.size(); at++) {
      Annotated source = reports.getFirst();
      Annotated made = reports.get(at);
      Optional<Alignment> shared =
          alignments.stream()
              .filter(one -> one.a().equals(source.id()) && one.b().equals(made.id()))
              .findFirst();
      String role = drafts.get(at).role();
      shared.ifPresent(
          alignment ->
              pairs.add(
                  new WrittenPair(
                      story,
                      role,
                      PairEvidence.of(source, made, alignment, WordRarity.standard()))));
    }
    return pairs;
  }
}
