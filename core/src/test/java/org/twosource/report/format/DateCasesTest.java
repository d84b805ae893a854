package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;

/** Runs the cases of dates in metadata and on pages: the date, or nothing. */
class DateCasesTest {
  private static final String NOTHING = "nothing";

  /** One line of a cases file. */
  record Case(String given, String date) {}

  private static Stream<Case> cases(String file) {
    return CasesFile.rows(file).stream().map(row -> new Case(row.get(0), row.get(1)));
  }

  static Stream<Case> forms() {
    return cases("DateForms");
  }

  static Stream<Case> pages() {
    return cases("PageDates");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aDateInMetadataIsReadAtThePrecisionGiven(Case given) {
    assertThat(DateForms.parse(given.given()).map(PartialDate::iso).orElse(NOTHING))
        .isEqualTo(given.date());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsDatedByTheSurestPlaceThatHoldsADate(Case given) {
    boolean addressed = given.given().startsWith("@");
    int markup = given.given().indexOf('<');
    String url = addressed ? given.given().substring(1, markup).strip() : "";
    String page =
        "<!doctype html><html><head><title>Lock</title></head><body>"
            + given.given().substring(markup).replace("<p>", "\n<p>")
            + "\n<p>The lock keeper waved, and the boats went through one after the other.</p></body></html>";
    Content content = new Content("p", "p", page.getBytes(StandardCharsets.UTF_8), 0, url, "utf-8");
    assertThat(
            HtmlReader.read(content, Limits.standard())
                .orElseThrow()
                .published()
                .map(PartialDate::iso)
                .orElse(NOTHING))
        .isEqualTo(given.date());
  }
}
