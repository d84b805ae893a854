package org.twosource.annotate.speech;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.ReadingsFile;
import org.twosource.encode.TokenFeatures;
import org.twosource.report.Report;
import org.twosource.text.Sentence;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What the tagger of speech sees of a token besides the encoder's states, token by token. */
class GoldenSpeechFeaturesTest {
  private static final int OF_QUOTATIONS = 5;

  private static final List<String> BODIES =
      List.of(
          "\"Yes,\" Ada Brandt said. \"The pier was never safe, and everybody in the town knew it.\""
              + " She left.\n\nNobody spoke.",
          "The pier was “a ruin”, said Jon Ek.\n\n“It will fall before the next winter comes to"
              + " Kelm.\n\n“Nobody should walk on it.”",
          "\"No.\"",
          "He called it 'unsafe' and \"old\". \"Old\" is a word for a pier of 90 years and"
              + " \"unsafe\" is another, he said. The end");

  @Test
  void everyTokenHasItsPlaceAmongMarksSentenceAndParagraph() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    BODIES.forEach(body -> add(body, readings));
    CasesFile.rows("QuoteBoundary").forEach(row -> add(CasesFile.body(row.getFirst()), readings));
    readings.check("SpeechFeatures");
  }

  private static void add(String body, ReadingsFile readings) {
    Text text =
        new StandardTextBuilder().build(Report.of("r", body).withLanguage(Optional.of("en")));
    AttributionFeatures features = new AttributionFeatures(text);
    for (Sentence sentence : text.sentences()) {
      int[][] rows = features.of(sentence.index());
      readings.add(
          IntStream.range(0, rows.length)
              .mapToObj(at -> sentence.tokens().get(at).text() + " " + own(rows[at]))
              .collect(Collectors.joining(" | ")));
    }
  }

  /** Without those that every tagger sees. */
  private static String own(int[] row) {
    return Arrays.stream(row, row.length - OF_QUOTATIONS, row.length)
        .map(feature -> feature - TokenFeatures.own(0))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }
}
