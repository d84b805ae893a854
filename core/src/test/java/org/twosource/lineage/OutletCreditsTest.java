package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

class OutletCreditsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna Lund nearly drowned, according to a story on The Athletic.   | Anna Lund was saved, by an account in The Athletic.
          Anna Lund nearly drowned, according to a story on the Lindow Sun. | Anna Lund was saved, an account in the Lindow Sun says.
          A podcast by the Kelm Observer Network has the tale of the boat.  | In an interview with the Kelm Observer Network she told of it.
          Her illness became known by an article in the Lindow Messenger.   | An investigation by the Lindow Messenger made it known.
          """)
  void twoReportsThatNameAPieceOfOneOutletPassItOn(String first, String second) {
    OutletCredits credits = credits(first, second);
    assertThat(credits.passedOnBy("r2")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna Lund nearly drowned, according to a story on the Lindow Beacon.     | Anna Lund was saved by a fisherman on Monday night.
          The Kelm Health Authority closed the harbour on Monday.           | The Kelm Health Authority has closed the harbour, she told reporters.
          A story on Iran follows the news from Kelm on Monday night.       | The paper has a story on Iran, too, and one on the harbour.
          An article on Marta Lindqvist names the boat of the harbour.     | The boat is named in an article on Marta Lindqvist, too.
          A report by the Kelm Water Board names three causes.              | Three causes are named in the report by the Kelm Water Board.
          """)
  void anythingElseIsNoCredit(String first, String second) {
    OutletCredits credits = credits(first, second);
    assertThat(credits.passedOnBy("r1")).isEmpty();
    assertThat(credits.passedOnBy("r2")).isEmpty();
  }

  private static OutletCredits credits(String... bodies) {
    List<Text> texts = new ArrayList<>();
    for (String body : bodies) {
      String id = "r" + (texts.size() + 1);
      texts.add(new StandardTextBuilder().build(report(id, body)));
    }
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      return OutletCredits.of(annotator.annotate(texts).reports());
    }
  }

  private static Report report(String id, String body) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.of("Outlet " + id),
        Optional.empty(),
        List.of(),
        List.of(),
        PartialDate.parse("2031-05-05"),
        Optional.of("en"),
        body);
  }
}
