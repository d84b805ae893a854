package org.twosource.app.serve.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.twosource.app.serve.StoryJson;
import org.twosource.report.Span;

/** The addresses of pages. Ids come from outside, so they are escaped here. */
public final class Links {
  private Links() {}

  public static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public static String story(String id) {
    return "/stories/" + escaped(id);
  }

  public static String claim(String story, String claim) {
    return story(story) + "/claims/" + escaped(claim);
  }

  public static String report(String id) {
    return "/reports/" + escaped(id);
  }

  /** The place of a report, shown in its text. */
  public static String at(String report, Span span) {
    return report(report) + "?at=" + span.start() + "-" + span.end() + "#at";
  }

  static String at(JsonNode citation) {
    return at(citation.path("report").asText(), StoryJson.span(citation));
  }

  /** Two to six reports, side by side. */
  static String compared(List<String> reports) {
    return "/compare?"
        + String.join("&", reports.stream().map(one -> "report=" + escaped(one)).toList());
  }

  static String search(String query) {
    return "/search?q=" + escaped(query);
  }

  /** Only addresses that a browser shows as a page; a report may claim to be at any. */
  static String outside(String url) {
    String lower = url.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://") ? url.strip() : "";
  }
}
