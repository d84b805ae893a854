package org.twosource.bench.suite.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.score.Correlation;
import org.twosource.brief.Check;
import org.twosource.brief.Checker;
import org.twosource.report.Report;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;

/**
 * Whether the checker's score says what readers say of machine-made summaries: QAGS CNN/DM (Wang,
 * Cho and Lewis 2020), 235 summaries, each sentence judged by three readers. Pearson of the mean
 * score of a summary's sentences with the mean judgement.
 */
public final class CheckerSuite implements Suite {

  @Override
  public String name() {
    return "checker";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      return run(data, annotator);
    }
  }

  private static List<Figure> run(BenchData data, StandardAnnotator annotator) throws IOException {
    Checker checker = new Checker(new TokenWordAligner());
    List<Double> scores = new ArrayList<>();
    List<Double> judgements = new ArrayList<>();
    int agreed = 0;
    int sentences = 0;
    int number = 0;
    for (JsonNode item : data.jsonLines("claims/qags/cnndm.jsonl")) {
      Annotated article = annotated(annotator, "article-" + number, item.get("article").asText());
      double score = 0;
      double judged = 0;
      int count = 0;
      for (JsonNode line : item.get("summary_sentences")) {
        String id = "summary-" + number + "-" + count;
        Annotated summary = annotated(annotator, id, line.get("sentence").asText());
        List<Check> checks = checker.check(summary, List.of(article));
        double own = checks.stream().mapToDouble(Check::score).average().orElse(0);
        boolean supported = checks.stream().allMatch(Check::supported);
        double yes = yes(line.get("responses"));
        score += own;
        judged += yes;
        agreed += supported == yes > 0.5 ? 1 : 0;
        sentences++;
        count++;
      }
      scores.add(score / Math.max(1, count));
      judgements.add(judged / Math.max(1, count));
      number++;
    }
    return List.of(
        Figure.atLeast(
            "QAGS CNN/DM Pearson",
            Correlation.pearson(numbers(scores), numbers(judgements)),
            0.70,
            ".676 bigram cover"),
        Figure.shown("QAGS CNN/DM sentences judged as readers do", (double) agreed / sentences));
  }

  private static Annotated annotated(StandardAnnotator annotator, String id, String body) {
    return annotator
        .annotate(List.of(new StandardTextBuilder().build(Report.of(id, body))))
        .reports()
        .getFirst();
  }

  private static double yes(JsonNode responses) {
    int yes = 0;
    for (JsonNode response : responses) {
      yes += response.get("response").asText().equals("yes") ? 1 : 0;
    }
    return (double) yes / Math.max(1, responses.size());
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
