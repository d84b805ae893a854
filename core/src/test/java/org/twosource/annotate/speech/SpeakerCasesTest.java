package org.twosource.annotate.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.Attribution;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/**
 * Runs the cases file of speakers: a report, and who says what in it, as the program reads it. The
 * words of who speaks stand first, then whom they name where that is known otherwise.
 */
class SpeakerCasesTest {
  private static final String NOT_YET = "not yet: ";
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  static List<String> cases() throws IOException {
    try (InputStream file = SpeakerCasesTest.class.getResourceAsStream("/cases/Speakers.txt")) {
      assertThat(file).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aReportSaysWhoSaysWhat(String line) {
    String[] cells = line.split(" \\| ");
    Report report = Report.of("r", cells[0].replace("\\n", "\n"));
    Annotated annotated =
        annotator.annotate(List.of(new StandardTextBuilder().build(report))).reports().getFirst();
    String said =
        annotated.attributions().stream()
            .map(one -> shown(one, report.body()))
            .collect(Collectors.joining("; "));
    String found = said.isEmpty() ? "nothing" : said;
    String wanted = cells[1].strip();
    if (wanted.startsWith(NOT_YET)) {
      assumeTrue(found.equals(wanted.substring(NOT_YET.length())), found);
    }
    assertThat(found).isEqualTo(wanted.replace(NOT_YET, ""));
  }

  private static String shown(Attribution said, String body) {
    String words = said.source().map(span -> span.in(body)).orElse("-");
    return words
        + said.entity().map(entity -> " = " + entity).orElse("")
        + ": "
        + (said.quoted().isEmpty() ? said.content() : said.quoted())
            .stream().map(span -> span.in(body).strip()).collect(Collectors.joining(" / "));
  }
}
