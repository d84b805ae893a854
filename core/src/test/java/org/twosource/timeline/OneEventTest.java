package org.twosource.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twosource.claim.InventedStory;

/** Rows of one day that tell one event in other words are one row, and no others. */
class OneEventTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The trip comes after she postponed plans to visit Kelm in February after the shootdown of a drone over the harbour."
            + "|Lund's first travel plans for February were disrupted by news of an alleged spy drone flying over the harbour of Kelm.",
        "House leader Per Holm resigned from the council on Friday after several allegations of misconduct."
            + "|Per Holm is leaving his seat on the council, he announced on Friday in a statement and a video.",
        "The judge set the sentencing of Ola Finn for June 28."
            + "|Judge Ida Moss, who hears the case, is scheduled to sentence Ola Finn on June 28.",
      })
  void otherWordsForOneEventAreOneRow(String one, String other) {
    assertThat(entries(one, other)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The council of Kelm raised the ferry fare by 12 percent on Friday."
            + "|Two houses burned down in the old town of Kelm on Friday.",
        "Ola Finn was arrested at his home in Kelm on Friday before dawn."
            + "|Nurses at the hospital of Lindow went on strike on Friday.",
        "The harbour of Kelm was closed to ships on Friday."
            + "|The fire brigade sent six engines to Lindow on Friday.",
      })
  void twoEventsOfADayStayTwo(String one, String other) {
    assertThat(entries(one, other)).hasSize(2);
  }

  private static List<Timeline.Entry> entries(String one, String other) {
    InventedStory story = new InventedStory();
    story.report("f1", "2031-05-04", one);
    story.report("f2", "2031-05-04", other);
    return story.timeline().entries();
  }
}
