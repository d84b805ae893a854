package org.twosource.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twosource.report.Report;

/** Stories of NeuS: a left, a centre and a right report each. */
public final class NeusStories {
  private NeusStories() {}

  /** The three reports as {@code read} would read them, headlines apart. */
  public static List<Report> reports(JsonNode triple) {
    List<Report> reports = new ArrayList<>();
    for (JsonNode article : triple.path("articles")) {
      String id = triple.path("story").asText() + "-" + reports.size();
      String title = article.path("title").asText("");
      reports.add(
          new Report(
              id,
              id,
              Optional.empty(),
              Optional.empty(),
              title.isBlank() ? Optional.empty() : Optional.of(title),
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.of("en"),
              article.path("text").asText()));
    }
    return reports;
  }
}
