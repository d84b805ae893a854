package org.twosource.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;

class JoinJudgeTest {
  private static final String TANNERY =
      "A fire gutted a disused tannery in Ullbeck on Tuesday evening. Fifty firefighters fought the"
          + " flames for six hours, and residents were told to keep their windows shut. Nobody was"
          + " hurt, fire chief Marta Lund said. The tannery in Ullbeck had been empty since 2009.";
  private static final String CINEMA =
      "A fire gutted a disused cinema in Porthvale on Tuesday evening. Thirty firefighters fought"
          + " the flames for four hours, and residents were told to keep their windows shut. Nobody"
          + " was hurt, fire chief Owen Pryce said. The cinema in Porthvale had been empty since"
          + " 1998.";

  @Test
  void twoFiresInTheSameWordsAreTwoStories() {
    assertThat(stories(report("a", "Courier", TANNERY), report("b", "Mail", CINEMA))).hasSize(2);
  }

  @Test
  void shortItemsOfOnePaperAndDayAreStoriesOfTheirOwn() {
    assertThat(
            stories(
                report(
                    "a",
                    "Ullbeck Post",
                    "The swimming pool in Ullbeck opens on Saturday, the council said on Monday."),
                report(
                    "b",
                    "Ullbeck Post",
                    "A moped was stolen in Ullbeck during the night to Monday, police said."),
                report(
                    "c",
                    "Ullbeck Post",
                    "The road to the mill in Ullbeck is shut, the council said on Monday.")))
        .hasSize(3);
  }

  @Test
  void twoPrintingsOfOnePaperAndDayAreOneStory() {
    String later = TANNERY.replace("Fifty", "Sixty") + " A wall fell into the canal at midnight.";
    assertThat(stories(report("a", "Courier", TANNERY), report("b", "Courier", later)))
        .containsExactly(List.of("a", "b"));
  }

  @Test
  void aShortItemJoinsTheLongReportOfItsEvent() {
    String item = "A tannery in Ullbeck that had stood empty since 2009 has burned down.";
    assertThat(stories(report("a", "Courier", TANNERY), report("b", "Radio", item)))
        .containsExactly(List.of("a", "b"));
  }

  private static List<List<String>> stories(Report... reports) {
    OnlineStoryFinder finder = new OnlineStoryFinder();
    for (Report report : reports) {
      finder.add(new StandardTextBuilder().build(report));
    }
    return finder.stories().stream().map(Story::reports).toList();
  }

  private static Report report(String id, String outlet, String body) {
    return new Report(
        id,
        id,
        Optional.empty(),
        Optional.of(outlet),
        Optional.empty(),
        List.of(),
        List.of(),
        PartialDate.parse("2024-05-07"),
        Optional.of("en"),
        body);
  }
}
