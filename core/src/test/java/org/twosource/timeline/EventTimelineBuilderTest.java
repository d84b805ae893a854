package org.twosource.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twosource.annotate.Event;
import org.twosource.claim.InventedStory;

class EventTimelineBuilderTest {
  private final InventedStory story = new InventedStory();

  @Test
  void aPlanIsHeldOnceALaterReportSaysSo() {
    story.report(
        "f1", "2031-05-02", "Marta Lindqvist will visit the docks of Kelm on May 6, 2031.");
    story.report("f2", "2031-05-07", "Marta Lindqvist visited the docks of Kelm on May 6, 2031.");
    assertThat(story.timeline().entries())
        .filteredOn(entry -> entry.date().iso().equals("2031-05-06"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.status()).isEqualTo(Event.Status.HELD);
              assertThat(entry.families()).isEqualTo(2);
            });
  }

  @Test
  void aPlanNobodyReportsAsHeldStaysAPlan() {
    story.report(
        "f1", "2031-05-02", "Marta Lindqvist will visit the docks of Kelm on May 6, 2031.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::status)
        .containsExactly(Event.Status.PLANNED);
  }

  @Test
  void whatDidNotHappenHasNoPlaceInTheTimeline() {
    story.report("f1", "2031-05-09", "Marta Lindqvist did not meet Pavel Orlow on May 6, 2031.");
    assertThat(story.timeline().entries()).noneMatch(entry -> entry.status() == Event.Status.HELD);
  }

  @Test
  void whatAlmostHappenedWasNotHeld() {
    story.report(
        "f1",
        "2031-06-18",
        "The visit of Marta Lindqvist came within a day of happening in February but was"
            + " postponed.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::status)
        .containsExactly(Event.Status.POSTPONED);
  }

  @Test
  void whatADayOnlyMeasuresOrLiesDeepInAPhraseIsNoRow() {
    story.report(
        "f1",
        "2031-06-18",
        "The board reported the highest toll since a storm in May 2019. Orlow was the worst governor"
            + " since May 2004. The union wrote about a hall two streets from the site of the fire of"
            + " 4 May 2011 in Kelm.");
    assertThat(story.timeline().entries()).isEmpty();
  }

  @Test
  void whatHappenedOnADayBehindANounIsARow() {
    story.report(
        "f1",
        "2031-06-18",
        "The board closed the hall of the pilots on 2 June 2031. Orlow opened a bridge in Kelm on 4"
            + " June 2031. The crane hit the mole on 5 June 2031.");
    assertThat(story.timeline().entries()).hasSize(3);
  }

  @Test
  void almostAllShipsThatLeftDidLeave() {
    story.report("f1", "2031-06-18", "In May 2031, three men emptied almost the entire hall.");
    story.report("f2", "2031-06-18", "Nearly all ships of the fleet left Kelm on 2 June 2031.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::status)
        .containsExactly(Event.Status.HELD, Event.Status.HELD);
  }

  @Test
  void aPermitThatWasDeniedWasDeniedOnItsDay() {
    story.report("f1", "2031-06-18", "Anna Lund was denied a permit for the pier on 2 June 2031.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::status)
        .containsExactly(Event.Status.HELD);
  }

  @Test
  void whatOnlyAPictureShowsIsNoRow() {
    story.report(
        "f1",
        "2031-06-18",
        """
        Ferry workers carry crates across the pier at Kelm, Tuesday, June 17, 2031. (Ana Holm/Kelm Press)
        The harbour board met on Monday and closed the old pier for good, the mayor of the town said.
        """);
    assertThat(story.timeline().entries())
        .extracting(entry -> entry.date().iso())
        .containsExactly("2031-06-16");
  }

  @Test
  void aMonthOfPlansThatFailedIsTheLastOne() {
    story.report(
        "f1", "2031-06-18", "Marta Lindqvist’s visit to Kelm planned for February was cancelled.");
    assertThat(story.timeline().entries())
        .extracting(entry -> entry.date().iso())
        .containsExactly("2031-02");
  }

  @Test
  void oneDoingInOtherWordsIsOneEntryAndAnotherActorsIsNot() {
    story.report(
        "f1",
        "2031-05-07",
        "President Marta Lindqvist arrived in Kelm on Tuesday with a delegation of shipowners.");
    story.report(
        "f2", "2031-05-07", "A brass band played when Marta Lindqvist arrived on Tuesday.");
    story.report("f3", "2031-05-07", "Pavel Orlow arrived in Kelm on Tuesday to see his mother.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::families)
        .containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void aRowRestsOnTheWordsThatTellOfIt() {
    String body =
        "The ferry left Kelm on 2 June 2031 and will return from Lindow on 9 August 2031.";
    story.report("f1", "2031-06-18", body);
    assertThat(story.timeline().entries())
        .extracting(entry -> entry.statements().getFirst().span().in(body))
        .containsExactly(
            "The ferry left Kelm on 2 June 2031", "will return from Lindow on 9 August 2031");
  }

  @Test
  void theDayBehindAVerbOfSayingIsThatOfTheSaying() {
    story.report(
        "f1",
        "2031-06-18",
        "The council said on Monday the bridge has been closed. Marta Lindqvist told reporters"
            + " Tuesday the pilots have left Kelm. The board announced Wednesday the fair is off.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::text)
        .noneMatch(text -> text.contains("bridge") || text.contains("pilots"));
  }

  @Test
  void whatIsToldWithoutADayIsCitedWhereItsDayIsToldAndCountsForNothing() {
    story.report(
        "f1", "2031-06-18", "The council of Kelm closed the hall of the pilots on 2 June 2031.");
    story.report(
        "f2",
        "2031-06-18",
        "Many are angry. The council of Kelm closed the hall of the pilots without a word to them."
            + " The council of Kelm may have closed the hall of the pilots for good.");
    assertThat(story.timeline().entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.families()).isEqualTo(1);
              assertThat(entry.statements()).hasSize(2);
            });
  }

  @Test
  void whatSomebodyIsSaidToHaveDoneIsAlleged() {
    story.report(
        "f1",
        "2031-06-18",
        "The pilots are said to have left Kelm on 2 June 2031. Anna Lund is reported to have signed"
            + " the contract on 5 June 2031.");
    assertThat(story.timeline().entries())
        .extracting(Timeline.Entry::status)
        .containsExactly(Event.Status.ALLEGED, Event.Status.ALLEGED);
  }

  @Test
  void whatTwoEntriesTellOnTwoDaysIsCitedInNeither() {
    story.report(
        "f1",
        "2031-06-18",
        "The council of Kelm closed the hall on 2 June 2031. The council of Kelm closed the hall on"
            + " 9 June 2031 too. The council of Kelm closed the hall.");
    assertThat(story.timeline().entries())
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.statements()).hasSize(1));
  }

  @Test
  void whatIsSaidThoughtOrOnlyNamedIsNoEvent() {
    story.report(
        "f1",
        "2031-05-07",
        "Marta Lindqvist said on Tuesday that she likes ships. She was mayor of Kelm in 2014."
            + " The 2022 ban on nets worries Pavel Orlow.");
    assertThat(story.timeline().entries()).isEmpty();
  }

  @Test
  void aStretchOfTimeIsOneEntry() {
    story.report(
        "f1", "2031-05-07", "Marta Lindqvist led the yard of Kelm from 2014 to 2019 with her son.");
    assertThat(story.timeline().entries())
        .extracting(entry -> entry.date().iso())
        .containsExactly("2014");
  }
}
