package org.twosource.bench.suite.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twosource.Options;
import org.twosource.Pipeline;
import org.twosource.Progress;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Entity;
import org.twosource.annotate.Timex;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.brief.Account;
import org.twosource.distortion.Quotation;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * The five reports of the founding case as {@code read} tells them, against quotations and time
 * expressions that were labelled by reading (offsets, names and values; no text). A quotation is
 * found when a wording of one covers half of it; its speaker is right when the entity bears the
 * labelled name. The value of a time expression counts where an expression overlaps it.
 *
 * <p>The labels were made after the detectors, by reading what these found and what they missed.
 */
public final class SeedsSuite implements Suite {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "seeds";
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Path folder = data.folder().resolveSibling("seeds");
    if (!Files.isDirectory(folder)) {
      System.err.println("No seeds beside the data; they are not measured.");
      return List.of();
    }
    Account account = Pipeline.standard(Options.standard(), Progress.NONE).read(List.of(folder));
    List<Figure> figures = new ArrayList<>(quotations(account));
    figures.add(values(account));
    return figures;
  }

  private static List<Figure> quotations(Account account) throws IOException {
    Map<String, String> names = new HashMap<>();
    account.entities().forEach((Entity entity) -> names.put(entity.id(), entity.name()));
    List<JsonNode> labels = labels("seeds-quotations.jsonl");
    int found = 0;
    int right = 0;
    for (JsonNode label : labels) {
      Optional<Quotation> quotation =
          account.stories().stream()
              .flatMap(story -> story.distortions().quotations().stream())
              .filter(one -> one.wordings().stream().anyMatch(at -> covers(at.at(), label)))
              .findFirst();
      found += quotation.isPresent() ? 1 : 0;
      right +=
          quotation
                  .flatMap(Quotation::speaker)
                  .filter(id -> label.path("speaker").asText().equals(names.get(id)))
                  .isPresent()
              ? 1
              : 0;
    }
    double all = labels.size();
    return List.of(
        Figure.atLeast("direct quotations found, of 36", found / all, 1, ""),
        Figure.atLeast("direct quotations with the right speaker", right / all, 0.97, ""));
  }

  private static boolean covers(Citation at, JsonNode label) {
    Span span = span(label);
    int shared = Math.min(at.span().end(), span.end()) - Math.max(at.span().start(), span.start());
    return at.report().equals(label.path("report").asText()) && shared * 2 >= span.length();
  }

  private static Figure values(Account account) throws IOException {
    Map<String, Annotated> reports = new HashMap<>();
    account.reports().forEach(report -> reports.put(report.id(), report));
    List<JsonNode> labels = labels("seeds-dates.jsonl");
    int right = 0;
    for (JsonNode label : labels) {
      Annotated report = reports.get(label.path("report").asText());
      if (report == null) {
        throw new IOException("dates of an unknown report " + label);
      }
      right +=
          report.timexesIn(span(label)).stream()
                  .map(Timex::value)
                  .anyMatch(label.path("value").asText()::equals)
              ? 1
              : 0;
    }
    return Figure.atLeast(
        "values of time expressions, of " + labels.size(),
        right / (double) labels.size(),
        0.97,
        "");
  }

  private static Span span(JsonNode label) {
    return new Span(label.path("start").asInt(), label.path("end").asInt());
  }

  static List<JsonNode> labels(String name) throws IOException {
    try (InputStream file = SeedsSuite.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException("no " + name + " on the class path");
      }
      List<JsonNode> labels = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        labels.add(JSON.readTree(line));
      }
      return labels;
    }
  }
}
