package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twosource.brief.render.PlainText;
import org.twosource.report.Report;

/**
 * What readers know a report by: its outlet; where none is known its id ({@code 01-coast-wire});
 * where that is a digest, which says nothing to anybody, its number in its story or its first
 * words.
 */
public final class ReportNames {
  /**
   * Twelve hexadecimal digits in a row, letters and numbers among them: no word, no number, no day.
   */
  private static final Pattern DIGEST =
      Pattern.compile("(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{12,}");

  private static final int FIRST_WORDS = 28;
  private static final int NAME = 60;

  private ReportNames() {}

  /**
   * @param id under which readers find it
   */
  public static String of(String id, Report report) {
    String words = PlainText.line(report.headline().orElse(report.body()));
    return of(report.outlet(), id, "“" + PlainText.cut(words, FIRST_WORDS) + "”");
  }

  /**
   * Of a report as results have it.
   *
   * @param number in its story, from 1
   */
  static String of(JsonNode report, int number) {
    return of(
        Optional.of(report.path("outlet").asText("")).filter(one -> !one.equals("null")),
        report.path("id").asText(),
        "Report " + number);
  }

  private static String of(Optional<String> outlet, String id, String otherwise) {
    Optional<String> named = outlet.map(PlainText::line).filter(one -> !one.isBlank());
    if (named.isPresent()) {
      String name = named.get();
      return PlainText.cut(name.startsWith("www.") ? name.substring(4) : name, NAME);
    }
    return DIGEST.matcher(id).find() ? otherwise : PlainText.cut(PlainText.line(id), NAME);
  }
}
