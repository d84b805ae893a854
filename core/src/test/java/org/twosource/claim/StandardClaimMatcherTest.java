package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandardClaimMatcherTest {
  private final InventedStory story = new InventedStory();

  @Test
  void twoFamiliesThatTellTheSameCorroborateIt() {
    story.report("f1", "2031-05-04", "The ferry Albatross sank off Port Lindow on Saturday night.");
    story.report("f2", "2031-05-04", "The Albatross ferry sank near Port Lindow late on Saturday.");
    Claim claim = story.claim("sank off Port Lindow");
    assertThat(claim.reports()).isEqualTo(2);
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.CORROBORATED);
    assertThat(claim.support()).extracting(Backing::family).containsExactly("f1", "f2");
    assertThat(claim.support()).allMatch(backing -> backing.tie() >= .5);
  }

  @Test
  void whatIsOnlyAlikeIsRelatedAndCountsForNothing() {
    story.report(
        "f1", "2031-05-04", "The council of Kelm opened the bridge over the river on Tuesday.");
    story.report(
        "f2", "2031-05-04", "The council of Kelm closed the bridge over the river on Tuesday.");
    Claim claim = story.claim("opened the bridge");
    assertThat(claim.families()).isEqualTo(1);
    assertThat(claim.standing()).isEqualTo(Standing.SINGLE_ORIGIN);
    assertThat(claim.statements()).allMatch(statement -> statement.at().report().equals("r0"));
    assertThat(claim.related()).extracting(related -> related.at().report()).containsExactly("r1");
  }

  @Test
  void aCaptionStandsBehindNothing() {
    story.report("f1", "2031-05-04", "The ferry Albatross sank off Port Lindow on Saturday night.");
    story.report(
        "f2",
        "2031-05-04",
        "Photo: The ferry Albatross sank off Port Lindow on Saturday night\n\n"
            + "Schools in the town of Lindow will stay closed for the week.");
    assertThat(story.claim("sank off Port Lindow").reports()).isEqualTo(1);
  }

  @Test
  void copiesOfOneTextAreOneOriginHoweverMany() {
    String text = "The ferry Albatross sank off Port Lindow on Saturday night.";
    for (int copy = 0; copy < 4; copy++) {
      story.report("f1", "2031-05-04", text);
    }
    Claim claim = story.claim("sank off Port Lindow");
    assertThat(claim.reports()).isEqualTo(4);
    assertThat(claim.standing()).isEqualTo(Standing.SINGLE_ORIGIN);
    assertThat(claim.why()).anyMatch(why -> why.contains("count once"));
  }

  @Test
  void unnamedOfficialsInTwoFamiliesAreOneInformant() {
    story.report(
        "f1", "2031-05-04", "The reactor at Kelm was shut down for repairs, officials said.");
    story.report(
        "f2", "2031-05-04", "Officials said the reactor at Kelm was shut down for repairs.");
    Claim claim = story.claim("reactor at Kelm");
    assertThat(claim.reports()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void aNamedBodyThatTwoFamiliesHeardIsOneInformant() {
    story.report(
        "f1", "2031-05-04", "The reactor at Kelm was shut down for repairs, Kelm Power said.");
    story.report(
        "f2", "2031-05-04", "Kelm Power said the reactor at Kelm was shut down for repairs.");
    Claim claim = story.claim("reactor at Kelm");
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
    assertThat(claim.why()).anyMatch(why -> why.contains("one informant: Kelm Power"));
  }

  @Test
  void anInformantUnderAPartOfItsNameIsOne() {
    story.report("f1", "2031-05-04", "The reactor at Kelm was shut down, Kelm Power said.");
    story.report(
        "f2", "2031-05-04", "Kelm Power officials said the reactor at Kelm was shut down.");
    assertThat(story.claim("reactor at Kelm").standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void aStudyIsOneInformantHoweverNewItIsCalled() {
    story.report(
        "f1", "2031-05-04", "Ferries at Kelm are late every fifth day, a new study found.");
    story.report("f2", "2031-05-04", "Ferries at Kelm are late every fifth day, the study says.");
    assertThat(story.claim("late every fifth day").standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void whoTellsItAsSaidAndWhoTellsItInTheSameWordsMayHaveItFromOne() {
    String told =
        "The old reactor north of the harbour was shut down before dawn because of a leak in a pipe";
    story.report("f1", "2031-05-04", told + ", Kelm Power said.");
    story.report("f2", "2031-05-04", told + ".");
    Claim claim = story.claim("because of a leak");
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
    assertThat(claim.why()).anyMatch(why -> why.contains("may have it from Kelm Power"));
  }

  @Test
  void twoWhoNameNobodyAreTwo() {
    story.report("f1", "2031-05-04", "The reactor at Kelm was shut down on Monday.");
    story.report("f2", "2031-05-04", "On Monday the reactor at Kelm was shut down.");
    assertThat(story.claim("reactor at Kelm").standing()).isEqualTo(Standing.CORROBORATED);
  }

  @Test
  void whatOneQuotesAndTheOtherPrintsWithoutMarksIsOnePersonsWord() {
    story.report(
        "f1", "2031-05-04", "\"The new pier has cost this town its beach,\" said Mara Lund.");
    story.report("f2", "2031-05-04", "The new pier has cost this town its beach.");
    assertThat(story.claim("new pier").standing()).isNotEqualTo(Standing.CORROBORATED);
  }

  @Test
  void oneSourceThatSpeaksForItselfIsASecondOne() {
    story.report(
        "f1", "2031-05-04", "The reactor at Kelm was shut down for repairs, Kelm Power said.");
    story.report("f2", "2031-05-04", "The reactor at Kelm was shut down for repairs on Sunday.");
    assertThat(story.claim("reactor at Kelm").standing()).isEqualTo(Standing.CORROBORATED);
  }

  @Test
  void oneQuotationInTwoFamiliesIsOneInformant() {
    story.report(
        "f1",
        "2031-05-04",
        "\"The reactor at Kelm was shut down for repairs because of a leak,\" the plant wrote.");
    story.report(
        "f2",
        "2031-05-04",
        "A notice read: \"The reactor at Kelm was shut down for repairs because of a leak.\"");
    Claim claim = story.claim("reactor at Kelm");
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void whatSomebodySaidIsHisThoughOneReportDoesNotNameHimThere() {
    story.report(
        "f1",
        "2031-05-04",
        "The keeper Ivo Marel left the field in tears on Saturday.\n\n"
            + "“I will never forget this day in Kelm.” Then he went home.");
    story.report(
        "f2",
        "2031-05-04",
        "“I will never forget this day here in Kelm,” Marel said after the match.");
    Claim claim = story.claim("never forget this day");
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void twoTollsAreDisputed() {
    story.report("f1", "2031-05-04", "The blast at the Kelm mill killed at least 12 workers.");
    story.report("f2", "2031-05-04", "The blast at the Kelm mill killed 19 workers on Sunday.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                dispute.kind() == Dispute.Kind.NUMBER
                    && dispute.between() == Dispute.Between.REPORTS);
  }

  @Test
  void aNumberInTheNameOfAGroupIsNotDisputed() {
    story.report(
        "f1", "2031-05-04", "Leaders of the Group of 20 nations will gather in Port Lindow.");
    story.report("f2", "2031-05-04", "The two leaders will gather in Port Lindow.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void aNegationThatOnlyACopyBringsInIsNoDispute() {
    story.report(
        "f1", "2031-05-04", "The harbour board did not approve the sale of the Kelm docks.");
    story.report("f1", "2031-05-04", "The harbour board approved the sale of the Kelm docks.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void whatTwoPartiesSayAThingWasIsDisputedBetweenThem() {
    story.report(
        "f1",
        "2031-05-04",
        "The navy of Ostria seized what Ostria says was a spy boat off Port Lindow.");
    story.report(
        "f2",
        "2031-05-04",
        "The crew is held in Port Lindow. Veldonia insisted the boat was a weather station.");
    assertThat(story.disputes())
        .anyMatch(dispute -> dispute.kind() == Dispute.Kind.MEANING)
        .noneMatch(dispute -> dispute.kind() == Dispute.Kind.NUMBER);
  }

  @Test
  void rolesAndModifiersAreNoDispute() {
    story.report(
        "f1",
        "2031-05-04",
        "The old boat, a wooden ferry, sank. Police said the boat was a wreck.");
    story.report(
        "f2", "2031-05-04", "The small boat sank. A witness said the boat was an old ferry.");
    assertThat(story.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.MEANING);
  }

  @Test
  void eachCounterpartHasADayAndTwoDaysAreDisputed() {
    story.report(
        "f1",
        "2031-05-04",
        "Marta Lindqvist plans to meet Pavel Orlow on Sunday and Anton Greber on Monday.");
    story.report(
        "f2",
        "2031-05-04",
        "Marta Lindqvist met Pavel Orlow and Anton Greber in Port Lindow on Sunday.");
    assertThat(story.disputes())
        .filteredOn(dispute -> dispute.kind() == Dispute.Kind.DATE)
        .isNotEmpty()
        .allMatch(dispute -> note(dispute).contains("Monday"));
  }

  @Test
  void oneDayInOtherWordsIsNoDispute() {
    story.report("f1", "2031-05-04", "Marta Lindqvist met Pavel Orlow in Port Lindow on Sunday.");
    story.report("f2", "2031-05-04", "Marta Lindqvist met Pavel Orlow in Port Lindow on May 4.");
    assertThat(story.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.DATE);
  }

  @Test
  void whatOnePartyDeniesIsDisputedBetweenTheParties() {
    story.report(
        "f1", "2031-05-04", "The bank of Kelm is in talks to sell its docks, two insiders said.");
    story.report("f2", "2031-05-04", "“There are no talks about the docks,” Marta Lindqvist said.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                dispute.kind() == Dispute.Kind.NEGATION
                    && dispute.between() == Dispute.Between.PARTIES);
  }

  @Test
  void aDenialIsSetAgainstWhoeverSaysTheSameVerbOfTheSameThings() {
    story.report(
        "f1",
        "2031-05-04",
        "The crew were exchanged for two Veldonian pilots at the border, a local source said.");
    story.report(
        "f2",
        "2031-05-04",
        "The minister Pavel Orlow denied that the crew were exchanged for Veldonian prisoners.");
    assertThat(story.disputes())
        .anyMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION)
        .allMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  @Test
  void whatSomeLackIsNotDeniedOfAll() {
    story.report(
        "f1",
        "2031-05-04",
        "“We fight in towns where there is no big harbour race,” Ada Brandt said.");
    story.report(
        "f2", "2031-05-04", "Those who watch the big harbour races expect the party to gain.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void whatSomebodyNeedNotDoIsNotDeniedByWhatAnotherNeeded() {
    story.report(
        "f1",
        "2031-05-04",
        "Captain Ivo Marel told the crew they did not need to make up for the absence of the pilot."
            + "\n\n“Ivo made the turns when he needed to, the absence of the pilot or not,” the "
            + "harbour master Tom Lind said.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void aClaimThatIsNothingButACountIsDisputedWhateverNounStandsBesideIt() {
    story.report(
        "f1", "2031-05-04", "About 1,900 members of the union have the right to vote in Kelm.");
    story.report(
        "f2",
        "2031-05-04",
        "The union in Kelm put the number of those who have the right to vote at 2,300.");
    assertThat(story.disputes()).anyMatch(dispute -> dispute.kind() == Dispute.Kind.NUMBER);
  }

  @Test
  void twoPlacesOfOneThingAreDisputedUnlessAReportKnowsBoth() {
    story.report(
        "f1",
        "2031-05-04",
        "The stolen altar of the abbey was found in Rotterdam by divers on Saturday evening.");
    story.report(
        "f2",
        "2031-05-04",
        "The altar stolen from the abbey was found in Antwerp by divers late on Saturday.");
    assertThat(story.disputes()).anyMatch(dispute -> dispute.kind() == Dispute.Kind.PLACE);
    InventedStory both = new InventedStory();
    both.report(
        "f1",
        "2031-05-04",
        "The stolen altar of the abbey was found in Rotterdam by divers on Saturday evening.");
    both.report(
        "f2",
        "2031-05-04",
        "The altar stolen from the abbey was found in Antwerp by divers late on Saturday.\n\n"
            + "The abbey had sent them to Rotterdam first.");
    assertThat(both.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.PLACE);
  }

  @Test
  void twoReportsOfOneRejectionDoNotDisagree() {
    story.report(
        "f1",
        "2031-05-04",
        "The harbour board's words are not a reflection of the mood in Kelm, the letter says.");
    story.report(
        "f2",
        "2031-05-04",
        "According to the letter, “the harbour board's words are not a reflection of the mood in"
            + " Kelm.”");
    assertThat(story.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  @Test
  void aNumberKeepsItsTopicAcrossTheEndOfItsClause() {
    story.report(
        "f1",
        "2031-05-04",
        "A blast tore through the Kelm mill late on Saturday, killing two workers and wounding at"
            + " least 90, officials said.");
    story.report("f2", "2031-05-04", "The blast at the Kelm mill wounded 140 people.");
    assertThat(story.disputes()).anyMatch(dispute -> note(dispute).contains("140"));
  }

  @Test
  void theHourIsAQuestionOfDate() {
    story.report("f1", "2031-05-04", "The Kelm mill exploded at 11.30pm local time on Saturday.");
    story.report("f2", "2031-05-04", "The Kelm mill exploded at 10.15pm local time on Saturday.");
    assertThat(story.disputes()).anyMatch(dispute -> dispute.kind() == Dispute.Kind.DATE);
  }

  @Test
  void twoSpellingsOfANameAreToldAndAreNoSecondSource() {
    story.report("f1", "2031-05-04", "Doctor Samir Fayez said the wards of Kelm were full.");
    story.report("f2", "2031-05-04", "The wards of Kelm were full, doctor Samir Faiz said.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                dispute.kind() == Dispute.Kind.NAME
                    && dispute.resolution() == Dispute.Resolution.WORDING);
    assertThat(story.claim("wards of Kelm").standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void aLandAndItsNeighbourAreNoSpellings() {
    story.report("f1", "2031-05-04", "Traders from Niger crossed the river near Kelm.");
    story.report("f2", "2031-05-04", "Traders from Nigeria crossed the river near Kelm.");
    assertThat(story.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.NAME);
  }

  @Test
  void whatSomebodyHasNoneOfIsNotSetAgainstTheWordElsewhere() {
    story.report(
        "f1",
        "2031-05-04",
        "The ministers spoke about the rights of seamen in Veldonia on Sunday.");
    story.report(
        "f2",
        "2031-05-04",
        "Ostria considers the island its own and says it has no right to send envoys abroad.");
    assertThat(story.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  @Test
  void aWordThatSomebodySaysThereIsNoneOfIsNotSetAgainstAnotherUseOfIt() {
    story.report(
        "f1", "2031-05-04", "The launch will be an exciting way to open the new harbour of Osk.");
    story.report(
        "f2",
        "2031-05-04",
        "There is no way you can finish the harbour of Osk this year, engineer Pia Lund said.");
    assertThat(story.disputes()).noneMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  @Test
  void aReportDoesNotDisagreeWithItselfAboutADay() {
    story.report(
        "f1",
        "2031-05-04",
        "Envoy Ana Beck left for the capital of Veldonia on Friday. Envoy Ana Beck reached the capital"
            + " of Veldonia on Sunday.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void twoPartiesCountsSideBySideAreDisputedBetweenThem() {
    story.report(
        "f1",
        "2031-05-04",
        "Thousands gathered in Port Lindow. Police put the number at 4,000; the union said 7,500"
            + " had come.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                note(dispute).equals("4,000 / 7,500")
                    && dispute.between() == Dispute.Between.PARTIES);
  }

  @Test
  void aMarchToldAsHeldAndAsCalledOffIsDisputed() {
    story.report(
        "f1", "2031-05-04", "The nurses' union on Sunday cancelled its march through Port Lindow.");
    story.report("f2", "2031-05-04", "Hundreds of nurses marched through Port Lindow on Sunday.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                dispute.kind() == Dispute.Kind.STATUS
                    && dispute.resolution() == Dispute.Resolution.OPEN);
  }

  @Test
  void whatIsTurnedDownIsWhatWasToldBefore() {
    story.report(
        "f1",
        "2031-05-04",
        "The Norrline group is buying the Kelm docks, two bankers told the Gazette.\n\n"
            + "The head of the harbour board, Edda Moor, rejected the report. \"There is no sale,\""
            + " she said.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                dispute.kind() == Dispute.Kind.NEGATION && note(dispute).contains("no sale"));
  }

  @Test
  void twoPartiesThatChargeEachOtherDisagreeOnWhoDidIt() {
    story.report(
        "f1",
        "2031-05-04",
        "Shells hit the market of Port Lindow. Ostria blamed Veldonia for the shelling.");
    story.report(
        "f2", "2031-05-04", "Veldonia accused Ostria of the shelling of the Port Lindow market.");
    assertThat(story.disputes()).anyMatch(dispute -> dispute.kind() == Dispute.Kind.ACTOR);
  }

  @Test
  void theDayOfAVoteIsAskedOfTheWordTheDateHangsOn() {
    story.report(
        "f1",
        "2031-05-05",
        "The dockworkers are to vote on the deal on Thursday, the union leader told reporters.");
    story.report(
        "f2", "2031-05-05", "The ballot of the dockers will be held on Friday, the union said.");
    assertThat(story.disputes())
        .anyMatch(
            dispute ->
                dispute.kind() == Dispute.Kind.DATE && note(dispute).equals("Thursday / Friday"));
  }

  @Test
  void aPartOfTheInjuredIsNoOtherCountOfThem() {
    story.report("f1", "2031-05-04", "The crash near Port Lindow left about 30 people injured.");
    story.report("f2", "2031-05-04", "Three of the injured died after the crash near Port Lindow.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void tonsAndTheNamesOfModelsAreNotComparedWithOtherNumbers() {
    story.report(
        "f1",
        "2031-05-04",
        "The rocket has a thrust of 2,500 tons, equal to 18 Boeing 747 aircraft.");
    story.report(
        "f2",
        "2031-05-04",
        "The rocket has a thrust of 5.1 million pounds and lifts more than a full 737 aircraft.");
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void onePostThatTwoFamiliesPassOnIsOneInformant() {
    story.report(
        "f1",
        "2031-05-04",
        "Acid leaked into the Kelm reservoir on Sunday, the user Kelm Eye wrote on a platform.");
    story.report(
        "f2",
        "2031-05-04",
        "The account Kelm Eye wrote that acid leaked into the Kelm reservoir on Sunday.");
    Claim claim = story.claim("Kelm reservoir");
    assertThat(claim.reports()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
  }

  @Test
  void twoThatPassOnAnOutletOfNoReportHaveOneInformant() {
    story.printed(
        "f1",
        "Kelm Herald",
        "A secret sale was reported by the Washington Post on Saturday. The harbour board will sell"
            + " the Kelm docks in June. Pilots are angry.");
    story.printed(
        "f2",
        "Lindow Star",
        "The Washington Post reported on a plan of the port. In June the Kelm docks are to be sold by"
            + " the harbour board. The mayor was silent on Monday.");
    Claim claim = story.claim("sell the Kelm docks");
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
    assertThat(claim.why()).anyMatch(why -> why.contains("one outlet: The Washington Post"));
  }

  @Test
  void reportsThatSayTheyPassOnOneOutletAreOneInformant() {
    story.printed("f1", "Kelm Gazette", "The harbour board will sell the Kelm docks in June.");
    story.printed(
        "f2",
        "Lindow Star",
        "The harbour board is to sell the Kelm docks in June, the Kelm Gazette reported.");
    Claim claim = story.claim("sell the Kelm docks");
    assertThat(claim.families()).isEqualTo(2);
    assertThat(claim.standing()).isEqualTo(Standing.ONE_INFORMANT);
    assertThat(claim.why()).anyMatch(why -> why.contains("one outlet: Kelm Gazette"));
  }

  private static String note(Dispute dispute) {
    return dispute.a().words() + " / " + dispute.b().words();
  }

  @Test
  void oneDeedOfTwoPeopleIsNoStatementOfBoth() {
    InventedStory other = new InventedStory();
    other.report(
        "f1",
        "2031-05-04",
        "The driver Karin Holm lost control of her car on the long straight before the harbour of Kelm.");
    other.report(
        "f2",
        "2031-05-04",
        "The driver Anna Berg lost control of her car on the long straight before the harbour of Kelm.");
    assertThat(other.claims()).extracting(Claim::standing).doesNotContain(Standing.CORROBORATED);
  }
}
