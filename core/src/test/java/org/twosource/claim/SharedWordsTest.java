package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedWordsTest {
  private final InventedStory story = new InventedStory();

  @Test
  void ofTwoPredicatesTheOneThatBothStateIsTheClaim() {
    story.report(
        "f1",
        "2031-05-04",
        "The council of Kelm raised the ferry fare by 12 percent and closed the old fish market.");
    story.report(
        "f2",
        "2031-05-04",
        "The council of Kelm raised the ferry fare by 12 percent and promised two boats.");
    assertThat(story.claim("raised the ferry fare").text())
        .isEqualTo("The council of Kelm raised the ferry fare by 12 percent");
  }

  @Test
  void whatTheNearestAddsIsLeftForTheWordsOfTheOther() {
    story.report(
        "f1",
        "2031-05-04",
        "The ferry Albatross sank off Port Lindow on Saturday night, three weeks after a storm "
            + "had damaged its engine.");
    story.report("f2", "2031-05-04", "The ferry Albatross sank off Port Lindow on Saturday night.");
    Claim claim = story.claim("sank off Port Lindow");
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.text())
        .isEqualTo("The ferry Albatross sank off Port Lindow on Saturday night.");
  }

  @Test
  void whatOneSourceAloneStatesIsTheWholeSentence() {
    story.report(
        "f1",
        "2031-05-04",
        "The council of Kelm raised the ferry fare by 12 percent and closed the old fish market.");
    assertThat(story.claim("raised the ferry fare").text()).endsWith("fish market.");
  }

  @Test
  void aConditionIsNotCutOff() {
    story.report(
        "f1",
        "2031-05-04",
        "Anna Lund is the youngest mayor to lead the town since the war with Lindow ended.");
    assertThat(story.claim("youngest mayor").text()).endsWith("ended.");
  }

  @Test
  void oneStageOfAProcessIsNoTellingOfAnother() {
    story.report("f1", "2031-05-04", "Anna Lund was charged with the murder of the clerk in Kelm.");
    story.report("f2", "2031-05-04", "Anna Lund was convicted of the murder of the clerk in Kelm.");
    assertThat(story.claim("murder of the clerk").families()).isEqualTo(1);
  }

  @Test
  void oneStageInTwoWordsIsOneStatement() {
    story.report(
        "f1", "2031-05-04", "Anna Lund was found guilty of the murder of the clerk in Kelm.");
    story.report("f2", "2031-05-04", "Anna Lund was convicted of the murder of the clerk in Kelm.");
    assertThat(story.claim("murder of the clerk").families()).isEqualTo(2);
  }

  @Test
  void whoDoesNotBearOutWhatIsShownIsNoSourceOfIt() {
    story.report(
        "f1",
        "2031-05-04",
        "The ferry Lady Arden ran aground on the rocks below the lighthouse of Kelm on Tuesday"
            + " morning, the coastguard said.");
    story.report(
        "f2",
        "2031-05-04",
        "Harbour master Ola Finn said 118 people were on the ferry when it ran aground, four of"
            + " them crew.");
    assertThat(story.claim("ran aground on the rocks").families()).isEqualTo(1);
  }

  @Test
  void whatAClauseAddsIsAskedForAlone() {
    story.report(
        "f1",
        "2031-05-04",
        "The economy of Kelm grew rapidly in the second quarter and exceeded its size before the"
            + " flood, but the outlook has suddenly turned cloudier due to the fast-spreading river"
            + " fever.");
    story.report(
        "f2",
        "2031-05-04",
        "Economic output in Kelm has surpassed its level before the flood after growing rapidly in"
            + " the April-to-June quarter, the council announced Thursday.");
    assertThat(story.claims())
        .filteredOn(claim -> claim.text().contains("cloudier"))
        .isNotEmpty()
        .allSatisfy(claim -> assertThat(claim.families()).isEqualTo(1));
  }

  @Test
  void whomTheOtherSourceDoesNotNameIsNotShownAsItsToo() {
    story.report(
        "f1",
        "2031-05-04",
        "US minister Anna Lund met harbour master Ola Finn and mayor Per Holm in Kelm on Sunday for"
            + " talks on the ferry dispute.");
    story.report(
        "f2",
        "2031-05-04",
        "US minister Anna Lund arrived in Kelm on Sunday on a mission to ease the ferry dispute.");
    assertThat(story.claims())
        .filteredOn(claim -> claim.text().contains("met harbour master"))
        .allSatisfy(claim -> assertThat(claim.families()).isEqualTo(1));
  }

  @Test
  void whatALongSentenceSaysAmongOthersItStates() {
    story.report("f1", "2031-05-04", "Anna Lund ran for mayor of Kelm in 2028.");
    story.report(
        "f2",
        "2031-05-04",
        "Anna Lund, a former harbour pilot, ran for mayor of Kelm in 2028, winning eight wards"
            + " including the old town before running out of money and leaving the race.");
    assertThat(story.claim("ran for mayor").families()).isEqualTo(2);
  }

  @Test
  void whatALongSentenceDeniesItDoesNotState() {
    story.report("f1", "2031-05-04", "Anna Lund ran for mayor of Kelm in 2028.");
    story.report(
        "f2",
        "2031-05-04",
        "Anna Lund, a former harbour pilot, never ran for mayor of Kelm in 2028, though she won"
            + " eight wards including the old town for the council before leaving politics.");
    assertThat(story.claims())
        .filteredOn(claim -> claim.text().startsWith("Anna Lund ran for mayor"))
        .allSatisfy(claim -> assertThat(claim.families()).isEqualTo(1));
  }
}
