package org.twosource.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.brief.Account;
import org.twosource.brief.Check;
import org.twosource.brief.Checker;
import org.twosource.brief.render.CompareJsonRenderer;
import org.twosource.brief.render.ComparedPair;
import org.twosource.brief.render.JsonRenderer;
import org.twosource.compare.DifferenceReader;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.LearnedDifferences;
import org.twosource.compare.StatementComparer;
import org.twosource.distortion.Comparison;
import org.twosource.distortion.PairComparer;
import org.twosource.report.InputReader;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;

/**
 * Whole runs as a user starts them: files in, the JSON document out. The runs of the open sets are
 * kept, since several suites read them. One thread at a time.
 */
public final class StoryRuns {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final StatementComparer COMPARER = LearnedComparer.standard();
  private static final DifferenceReader DIFFERENCES = LearnedDifferences.standard();

  private final Map<String, ResultDocument> sets = new HashMap<>();
  private Optional<Pipeline> pipeline = Optional.empty();

  /** Writes one document. */
  private interface Written {
    void to(OutputStream out) throws IOException;
  }

  /** Reads files in one run. */
  public ResultDocument files(List<Path> files) throws IOException {
    Account account = pipeline().read(files);
    return new ResultDocument(json(out -> new JsonRenderer().render(account, out)));
  }

  /** What {@code check} says of a summary and one report. */
  public JsonNode checks(Path summary, Path report) throws IOException {
    List<Report> together = List.of(first(report), first(summary).withId("the summary"));
    List<Annotated> annotated = pipeline().annotate(together).reports();
    List<Check> checks =
        new Checker(new TokenWordAligner(), COMPARER, DIFFERENCES)
            .check(annotated.getLast(), annotated.subList(0, 1));
    return json(out -> new CompareJsonRenderer().renderChecks(checks, out));
  }

  /** What {@code compare} says of two files. */
  public JsonNode compare(Path one, Path other) throws IOException {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      Comparison compared =
          PairComparer.with(annotator, DIFFERENCES).compare(first(one), first(other));
      return json(out -> new CompareJsonRenderer().render(compared, out));
    }
  }

  /** What {@code compare --pairs} says of a file. */
  public JsonNode pairs(Path file) throws IOException {
    List<ComparedPair> compared = new ArrayList<>();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      PairComparer comparer = PairComparer.with(annotator, DIFFERENCES);
      for (String line : Files.readAllLines(file)) {
        JsonNode pair = JSON.readTree(line);
        String before = pair.path("before").asText();
        String after = pair.path("after").asText();
        PairComparer.Judged judged = comparer.judge(before, after, Optional.empty());
        compared.add(
            new ComparedPair(
                pair.path("id").asText(),
                before,
                after,
                judged.findings(),
                judged.sameStatement()));
      }
    }
    return json(out -> new CompareJsonRenderer().renderPairs(compared, out));
  }

  private Pipeline pipeline() {
    if (pipeline.isEmpty()) {
      pipeline = Optional.of(Pipeline.standard(Options.standard(), Progress.NONE));
    }
    return pipeline.get();
  }

  private static Report first(Path file) {
    return new InputReader(Options.standard().limits()).read(List.of(file)).reports().getFirst();
  }

  private static JsonNode json(Written document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.to(bytes);
    return JSON.readTree(bytes.toByteArray());
  }

  /**
   * Reads reports in one run, as JSON Lines.
   *
   * @param reports each with {@code id}, {@code text} and what else is known
   */
  public ResultDocument lines(List<JsonNode> reports) throws IOException {
    Path file = Files.createTempFile("reports", ".jsonl");
    try {
      Files.write(file, reports.stream().map(JsonNode::toString).toList());
      return files(List.of(file));
    } finally {
      Files.delete(file);
    }
  }

  /** One run over a whole open set of {@code stories/}: {@code basil}, {@code news_cluster}. */
  public ResultDocument set(BenchData data, String name) throws IOException {
    ResultDocument known = sets.get(name);
    if (known == null) {
      known = lines(data.jsonLines("stories/" + name + ".jsonl"));
      sets.put(name, known);
    }
    return known;
  }

  /** One run over the chosen triples of {@code stories/neus.train.jsonl}. */
  public ResultDocument triples(BenchData data, Set<String> stories) throws IOException {
    List<JsonNode> reports = new ArrayList<>();
    for (JsonNode triple : data.jsonLines("stories/neus.train.jsonl")) {
      String story = triple.path("story").asText();
      for (int i = 0; stories.contains(story) && i < triple.path("articles").size(); i++) {
        reports.add(
            JSON.createObjectNode()
                .put("id", story + "-" + i)
                .put("title", triple.path("articles").path(i).path("title").asText())
                .put("text", triple.path("articles").path(i).path("text").asText()));
      }
    }
    return lines(reports);
  }
}
