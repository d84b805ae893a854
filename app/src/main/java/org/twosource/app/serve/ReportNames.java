package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.twosource.brief.render.PlainText;
import org.twosource.report.Report;

/**
 * What readers know a report by: its outlet; where none is named the beginning of its headline, or
 * of its text, in quotation marks. What a file was called says nothing to those who did not name
 * it; it is used where there is nothing else.
 */
public final class ReportNames {
  private static final int FIRST_WORDS = 32;
  private static final int NAME = 60;

  private ReportNames() {}

  /**
   * @param id under which readers find it
   */
  public static String of(String id, Report report) {
    return of(report.outlet(), report.headline(), report.body(), id);
  }

  /**
   * Of a report as results have it.
   *
   * @param number in its story, from 1
   */
  static String of(JsonNode report, int number) {
    return of(
        text(report, "outlet"),
        text(report, "headline"),
        report.path("body").asText(""),
        "Report " + number);
  }

  /** Whether a report as results have it names its outlet. */
  static boolean hasOutlet(JsonNode report) {
    return text(report, "outlet").map(PlainText::line).filter(one -> !one.isBlank()).isPresent();
  }

  private static Optional<String> text(JsonNode report, String field) {
    return Optional.of(report.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static String of(
      Optional<String> outlet, Optional<String> headline, String body, String otherwise) {
    Optional<String> named = outlet.map(PlainText::line).filter(one -> !one.isBlank());
    if (named.isPresent()) {
      String name = named.get();
      return PlainText.cut(name.startsWith("www.") ? name.substring(4) : name, NAME);
    }
    return Stream.of(headline.orElse(""), body)
        .map(PlainText::line)
        .filter(words -> !words.isBlank())
        .findFirst()
        .map(words -> "“" + PlainText.cut(words, FIRST_WORDS) + "”")
        .orElse(PlainText.cut(PlainText.line(otherwise), NAME));
  }
}
