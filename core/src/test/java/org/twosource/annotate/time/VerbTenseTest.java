package org.twosource.annotate.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

/** Days by the verb that governs them, read as the program reads a report: cases/VerbTense.txt. */
class VerbTenseTest {
  private static final StandardAnnotator ANNOTATOR = StandardAnnotator.standard();

  @AfterAll
  static void close() {
    ANNOTATOR.close();
  }

  static Stream<String> cases() throws IOException {
    try (InputStream file = VerbTenseTest.class.getResourceAsStream("/cases/VerbTense.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theVerbOverADayTellsWhichOneItIs(String line) {
    String[] cells = line.split(" \\| ");
    Report report =
        new Report(
            "case",
            "case",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            PartialDate.parse(cells[0].strip()),
            Optional.of("en"),
            cells[1].strip());
    Annotated read =
        ANNOTATOR.annotate(List.of(new StandardTextBuilder().build(report))).reports().getFirst();
    String found =
        read.timexes().stream()
            .map(timex -> timex.span().in(read.body()) + " = " + timex.value())
            .collect(Collectors.joining("; "));
    assertThat(found.isEmpty() ? "-" : found).isEqualTo(cells[2].strip());
  }
}
