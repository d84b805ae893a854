package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.twosource.bench.BenchData;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.story.JoinReplay.LabelledReport;
import org.twosource.text.StandardTextBuilder;

/** Reports with the story each belongs to. */
public final class StorySets {
  private static final StandardTextBuilder TEXTS = new StandardTextBuilder();

  private StorySets() {}

  /** A file of {@code stories/} with a report a line; outlets are left out. */
  public static List<LabelledReport> flat(BenchData data, String set) throws IOException {
    return flat(data, set, "");
  }

  /** The same with the outlets, where the file names them. */
  public static List<LabelledReport> withOutlets(BenchData data, String set) throws IOException {
    return flat(data, set, "source");
  }

  private static List<LabelledReport> flat(BenchData data, String set, String outlet)
      throws IOException {
    List<LabelledReport> reports = new ArrayList<>();
    for (JsonNode row : data.jsonLines("stories/" + set + ".jsonl")) {
      reports.add(arrival(row, row.path("story").asText(), outlet));
    }
    return reports;
  }

  /**
   * The triples of {@code stories/neus.SET.jsonl} by their place in the file.
   *
   * @param to exclusive; more than there are for all
   */
  public static List<LabelledReport> triples(BenchData data, String set, int from, int to)
      throws IOException {
    List<JsonNode> triples = data.jsonLines("stories/neus." + set + ".jsonl");
    List<LabelledReport> reports = new ArrayList<>();
    for (JsonNode triple : triples.subList(from, Math.min(to, triples.size()))) {
      for (Report report : NeusStories.reports(triple)) {
        reports.add(new LabelledReport(TEXTS.build(report), triple.path("story").asText()));
      }
    }
    return reports;
  }

  /** The written stories of four reports, one list a story. */
  public static List<List<LabelledReport>> written(BenchData data) throws IOException {
    List<List<LabelledReport>> stories = new ArrayList<>();
    for (JsonNode story : data.jsonLines("claims/written/stories.jsonl")) {
      List<LabelledReport> reports = new ArrayList<>();
      for (JsonNode report : story.path("reports")) {
        reports.add(arrival(report, story.path("story").asText(), "outlet"));
      }
      stories.add(reports);
    }
    return stories;
  }

  /** The sources of {@code lineage/written.jsonl}, each with what was made of it. */
  public static List<List<LabelledReport>> copies(BenchData data) throws IOException {
    Map<String, List<LabelledReport>> stories = new LinkedHashMap<>();
    for (JsonNode source : data.jsonLines("lineage/written-sources.jsonl")) {
      String id = source.path("id").asText();
      stories.put(id, new ArrayList<>(List.of(arrival(source, id, "source"))));
    }
    for (JsonNode made : data.jsonLines("lineage/written.jsonl")) {
      String source = made.path("source").asText();
      Objects.requireNonNull(stories.get(source), source).add(arrival(made, source, "outlet"));
    }
    return List.copyOf(stories.values());
  }

  /**
   * Sets in our own words: look-alike events that are apart, and reports of one event that have few
   * words in common.
   *
   * @param purpose {@code building} or {@code judging}
   */
  public static List<List<LabelledReport>> own(String purpose) throws IOException {
    List<List<LabelledReport>> sets = new ArrayList<>();
    String name = "/org/twosource/bench/data/stories-" + purpose + ".txt";
    try (InputStream file = StorySets.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(file, name), StandardCharsets.UTF_8))) {
      String set = "";
      List<String> head = List.of();
      StringBuilder body = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        boolean isNext = line.startsWith("= ") || line.startsWith("- ");
        if (isNext && !head.isEmpty()) {
          sets.getLast().add(own(purpose, set, head, body));
          head = List.of();
        }
        if (line.startsWith("= ")) {
          set = line.substring(2);
          sets.add(new ArrayList<>());
        } else if (line.startsWith("- ")) {
          head = List.of(line.substring(2).split(" \\| "));
          body.setLength(0);
        } else if (!line.startsWith("#")) {
          body.append(line).append('\n');
        }
      }
      sets.getLast().add(own(purpose, set, head, body));
    }
    return sets;
  }

  private static LabelledReport own(
      String purpose, String set, List<String> head, CharSequence body) {
    String id = String.join("/", purpose, set, head.get(1), head.get(3));
    return arrival(
        id,
        Optional.of(head.get(1)),
        Optional.of(head.get(3)),
        PartialDate.parse(head.get(2)),
        body.toString().strip(),
        set + "/" + head.get(0));
  }

  private static LabelledReport arrival(JsonNode row, String story, String outlet) {
    return arrival(
        row.path("id").asText(),
        named(row, outlet),
        named(row, "title"),
        named(row, "date").flatMap(PartialDate::parse),
        row.path("text").asText(),
        story);
  }

  private static Optional<String> named(JsonNode row, String field) {
    return Optional.of(row.path(field).asText("")).filter(words -> !words.isBlank());
  }

  private static LabelledReport arrival(
      String id,
      Optional<String> outlet,
      Optional<String> title,
      Optional<PartialDate> date,
      String body,
      String story) {
    Report report =
        new Report(
            id,
            id,
            Optional.empty(),
            outlet,
            title,
            List.of(),
            List.of(),
            date,
            Optional.of("en"),
            body);
    return new LabelledReport(TEXTS.build(report), story);
  }
}
