package org.twosource.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

class OtherMatterTest {
  private static final String STORY =
      """
      President Ana Moss opened the new harbour of Kelm on Monday with a speech to the pilots.

      The Kelm Pilots Association had asked for a deeper harbour for years, and the president thanked it.

      “We waited long for this harbour,” said Karin Holm, the oldest of the pilots.
      """;

  private static final String ROUND_UP =
      """
      President Ana Moss opened the new harbour of Kelm on Monday, to the joy of the pilots.

      The harbour is twice as deep as the old one, and pilots can enter it at any hour.

      The president spoke of the years in which the pilots waited. A band played for the president.

      Jonas Becker was a snowboarder until a crash shattered his knee and doctors amputated his leg.

      When Becker learned to walk again he designed a wooden limb for extreme sports and founded a factory.
      """;

  @Test
  void theNextItemOfAPageIsOfAnotherMatter() {
    assertThat(strange(STORY, ROUND_UP))
        .hasSize(2)
        .allMatch(sentence -> sentence.contains("Becker"));
  }

  @Test
  void aStoryOfOneReportHasNoOtherMatter() {
    assertThat(strange(ROUND_UP)).isEmpty();
  }

  private static List<String> strange(String... bodies) {
    List<Text> texts =
        Stream.of(bodies)
            .map(body -> new StandardTextBuilder().build(Report.of("r" + body.length(), body)))
            .toList();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      List<Annotated> reports = annotator.annotate(texts).reports();
      OtherMatter otherMatter = OtherMatter.of(reports);
      return reports.stream()
          .flatMap(
              report ->
                  report.sentences().stream()
                      .filter(sentence -> otherMatter.is(report, sentence))
                      .map(sentence -> sentence.span().in(report.body())))
          .toList();
    }
  }
}
