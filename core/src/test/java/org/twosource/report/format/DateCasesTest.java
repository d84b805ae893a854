package org.twosource.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;

/** Runs the cases of dates in metadata and on pages: the date, or nothing. */
class DateCasesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "cases");
  private static final String NOTHING = "nothing";

  /** One line of a cases file. */
  record Case(String given, String date) {}

  private static Stream<Case> cases(String file) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    return lines.stream().filter(line -> !line.startsWith("#")).map(DateCasesTest::read);
  }

  private static Case read(String line) {
    int divided = line.lastIndexOf(" | ");
    return new Case(line.substring(0, divided), line.substring(divided + 3).strip());
  }

  static Stream<Case> forms() throws IOException {
    return cases("DateForms.txt");
  }

  static Stream<Case> pages() throws IOException {
    return cases("PageDates.txt");
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
