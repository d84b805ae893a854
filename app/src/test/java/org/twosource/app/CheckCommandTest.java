package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A summary with one mistake of each kind is refused, and a true one is not. */
class CheckCommandTest {
  private static final String REPORT =
      """
      Mayor Ilse Brandt opened the new bridge over the Lenne in Karlstow on Monday.

      The bridge cost 48 million crowns, the city said. It carries 12,000 vehicles a day.

      Engineer Paul Rask said the cables could be replaced in 2031.

      Police allegedly ignored a warning about rust in the old bridge.

      The council plans to charge lorries a toll from September. The mayor did not say how high it would be.
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          supported   | Mayor Ilse Brandt opened the new bridge over the Lenne on Monday.
          supported   | The bridge cost 48 million crowns, the city said.
          supported   | The council plans to charge lorries a toll from September.
          name        | Mayor Anna Brandt opened the new bridge over the Lenne in Karlstow on Monday.
          number      | The bridge cost 84 million crowns, the city said.
          date        | Mayor Ilse Brandt opened the new bridge over the Lenne in Karlstow on Friday.
          negation    | The mayor said how high it would be.
          supported   | The cables could be replaced in 2031.
          certainty   | Police ignored a warning about rust in the old bridge.
          """)
  void oneMistakeOfEachKindIsRefused(String what, String sentence) throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.txt"), sentence + "\n");
    Path report = Files.writeString(folder.resolve("report.txt"), REPORT);
    Path answer = folder.resolve("answer.json");
    int status =
        Twosource.run("check", summary.toString(), report.toString(), "--json", answer.toString());
    assertThat(status).isZero();
    String text = Files.readString(answer);
    JsonNode read = new ObjectMapper().readTree(text);
    boolean supported = read.findValue("supported").asBoolean();
    assertThat(supported).as(text).isEqualTo(what.equals("supported"));
    if (!supported) {
      assertThat(read.findValuesAsText("what")).as(text).contains(what);
    }
  }
}
