package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Annotator;
import org.twosource.bench.BenchData;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.FurnitureIndex;
import org.twosource.reuse.Passage;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/**
 * The reports behind the lineage labels, read and divided as the product does it, by story.
 *
 * @param stories texts by story, in the order of the file
 * @param storyOf story by report id
 * @param furniture filled with all reports
 */
public record LineageData(
    Map<String, List<Text>> stories, Map<String, String> storyOf, FurnitureIndex furniture) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String REPORTS = "stories/news_cluster.jsonl";

  /** A labelled pair, of one story or (a trap) of two. */
  public record Pair(
      String a,
      String b,
      String storyA,
      String storyB,
      String label,
      String manner,
      String direction,
      String confidence) {

    /** Whether one was made from the other or both from a third. */
    public boolean isDerived() {
      return label.equals("wholly") || label.equals("partially");
    }

    /** Whether the reader was sure enough for the pair to count. */
    public boolean isSure() {
      return !confidence.equals("low");
    }

    /** A pair of one story that nobody labelled: hardly ever derived. */
    public static Pair unlabelled(String a, String b, String story) {
      return new Pair(a, b, story, story, "none", "", "", "assumed");
    }

    private static Pair of(JsonNode node) {
      return new Pair(
          node.path("a").asText(),
          node.path("b").asText(),
          node.path(node.has("story") ? "story" : "a_story").asText(),
          node.path(node.has("story") ? "story" : "b_story").asText(),
          node.path("label").asText(),
          node.path("manner").asText(""),
          node.path("direction").asText(""),
          node.path("confidence").asText());
    }
  }

  /** Sentences of two reports that belong together; spans into the bodies. */
  public record Group(List<Span> a, List<Span> b, String manner, String kind) {
    private static Group of(JsonNode node) {
      return new Group(
          spans(node.path("a")),
          spans(node.path("b")),
          node.path("manner").asText(),
          node.path("kind").asText());
    }

    private static List<Span> spans(JsonNode node) {
      List<Span> spans = new ArrayList<>();
      if (node.path(0).isInt()) {
        spans.add(new Span(node.path(0).asInt(), node.path(1).asInt()));
      } else {
        node.forEach(span -> spans.add(new Span(span.path(0).asInt(), span.path(1).asInt())));
      }
      return spans;
    }
  }

  /** A pair of reports whose sentences were aligned by hand. */
  public record Aligned(
      String story,
      String a,
      String b,
      List<Group> groups,
      List<Group> notCopied,
      List<Group> ambiguous) {}

  public static LineageData read(BenchData data) throws IOException {
    Map<String, Report> reports = new HashMap<>();
    new InputReader(Limits.standard())
        .read(data.file(REPORTS))
        .reports()
        .forEach(report -> reports.put(report.id(), report));
    StandardTextBuilder builder = new StandardTextBuilder();
    Map<String, List<Text>> stories = new LinkedHashMap<>();
    Map<String, String> storyOf = new HashMap<>();
    FurnitureIndex furniture = new FurnitureIndex();
    for (JsonNode node : data.jsonLines(REPORTS)) {
      String id = node.path("id").asText();
      String story = node.path("story").asText();
      Report report = reports.get(id);
      if (report == null) {
        throw new IOException(data.file(REPORTS) + ": no report came out for " + id);
      }
      Text text = builder.build(report);
      stories.computeIfAbsent(story, key -> new ArrayList<>()).add(text);
      storyOf.put(id, story);
      furniture.add(story, text);
    }
    return new LineageData(stories, storyOf, furniture);
  }

  /** All reports by id, annotated story by story. */
  public Map<String, Annotated> annotated(Annotator annotator) {
    Map<String, Annotated> all = new HashMap<>();
    for (List<Text> story : stories.values()) {
      annotator.annotate(story).reports().forEach(report -> all.put(report.id(), report));
    }
    return all;
  }

  /** The alignment of two reports, seen from {@code a}; without passages when there is none. */
  public static Alignment between(List<Alignment> alignments, String a, String b) {
    for (Alignment alignment : alignments) {
      if (alignment.a().equals(a) && alignment.b().equals(b)) {
        return alignment;
      }
      if (alignment.a().equals(b) && alignment.b().equals(a)) {
        return new Alignment(a, b, alignment.passages().stream().map(Passage::swapped).toList());
      }
    }
    return new Alignment(a, b, List.of());
  }

  public static List<Pair> pairs(BenchData data) throws IOException {
    return data.jsonLines("lineage/pairs.jsonl").stream().map(Pair::of).toList();
  }

  /**
   * Reports that may not be independent of each other: by report, those of a family with it, of
   * whatever level, and those whose text is unusable.
   */
  public static Map<String, Set<String>> together(BenchData data) throws IOException {
    Map<String, Set<String>> together = new HashMap<>();
    for (JsonNode story : data.json("lineage/families.json")) {
      for (JsonNode family : story.path("families")) {
        Set<String> members = new HashSet<>();
        family.path("members").forEach(member -> members.add(member.asText()));
        members.forEach(
            member -> together.computeIfAbsent(member, any -> new HashSet<>()).addAll(members));
      }
      Set<String> all = new HashSet<>();
      story.path("documents").forEach(report -> all.add(report.path("id").asText()));
      for (JsonNode unusable : story.path("unusable")) {
        String id = unusable.path("id").asText();
        together.computeIfAbsent(id, any -> new HashSet<>()).addAll(all);
        all.forEach(other -> together.computeIfAbsent(other, any -> new HashSet<>()).add(id));
      }
    }
    return together;
  }

  public static List<Pair> traps(BenchData data) throws IOException {
    return data.jsonLines("lineage/traps.jsonl").stream().map(Pair::of).toList();
  }

  public static List<Aligned> aligned(BenchData data) throws IOException {
    return aligned(data.jsonLines("lineage/aligned.jsonl"));
  }

  /** The sentences of the five seeds that belong together, read by hand: offsets without text. */
  public static List<Aligned> alignedSeeds() throws IOException {
    try (InputStream file = LineageData.class.getResourceAsStream("seeds-aligned.jsonl")) {
      if (file == null) {
        throw new IOException("no seeds-aligned.jsonl on the class path");
      }
      List<JsonNode> nodes = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        nodes.add(JSON.readTree(line));
      }
      return aligned(nodes);
    }
  }

  private static List<Aligned> aligned(List<JsonNode> nodes) {
    List<Aligned> all = new ArrayList<>();
    for (JsonNode node : nodes) {
      all.add(
          new Aligned(
              node.path("story").asText(),
              node.path("a").asText(),
              node.path("b").asText(),
              groups(node.path("aligned")),
              groups(node.path("notCopied")),
              groups(node.path("ambiguous"))));
    }
    return all;
  }

  private static List<Group> groups(JsonNode nodes) {
    List<Group> groups = new ArrayList<>();
    nodes.forEach(node -> groups.add(Group.of(node)));
    return groups;
  }
}
