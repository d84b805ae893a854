package org.twosource.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.DatedReports;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What is told as present and is past by the news of other reports. */
class OldNewsTest {
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2031-05-05  | Rescuers are looking for the boy of Kelm.    | 2031-05-06        | The boy of Kelm was found.                 | true
          2031-05-05  | Rescuers have looked for the boy of Kelm.    | 2031-05-06        | The boy of Kelm was found.                 | true
          2031-05-05  | Rescuers looked for the boy of Kelm.         | 2031-05-06        | The boy of Kelm was found.                 | false
          2031-05-06  | Rescuers are looking for the boy of Kelm.    | 2031-05-05        | The boy of Kelm was found.                 | false
          2031-05-05  | Rescuers are looking for the boy of Kelm.    | 2031-05-12        | The boy of Kelm was found.                 | true
          2031-05-05  | Rescuers are looking for the boy of Kelm.    | 2031-05-13        | The boy of Kelm was found.                 | false
          2031-05-05  | Rescuers are looking for the boy of Kelm.    | 2031-05           | The boy of Kelm was found.                 | false
          2031-05-07  | Since Monday they are looking for the boy.   | 2031-05-07        | The boy of Kelm was found on Tuesday.      | true
          2031-05-07  | Since Tuesday they are looking for the boy.  | 2031-05-07        | The boy of Kelm was found on Tuesday.      | false
          2031-05-07  | Since Tuesday they are looking for the boy.  | 2031-05-07        | The boy of Kelm was found on Monday.       | false
          """)
  void whatAReportTellsAsPresent(
      String day, String sentence, String otherDay, String opening, boolean isOld) {
    List<Text> texts = new ArrayList<>();
    texts.add(new StandardTextBuilder().build(DatedReports.of("r0", day, sentence)));
    texts.add(new StandardTextBuilder().build(DatedReports.of("r1", otherDay, opening)));
    List<Annotated> reports = annotator.annotate(texts).reports();
    OldNews oldNews = new OldNews(Language.find("en").orElseThrow(), reports);
    assertThat(oldNews.is(reports.get(0), reports.get(0).sentences().getFirst())).isEqualTo(isOld);
  }
}
