package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the judge of disputes finds between whole reports, and what it must leave alone. */
class SlotDisputesTest {

  @Test
  void aDenialInOtherWordsIsADisputeWithItsQuestion() {
    List<Dispute> disputes =
        disputes(
            "Fire broke out in a warehouse at the port of Kelm on Thursday night. The doors of the"
                + " hall had been left unlocked, its owner, Rolf Amsel, told reporters. Two guards"
                + " were taken to hospital.",
            "Smoke hung over the port of Kelm until noon on Friday. Not one door of the hall was"
                + " unlocked, says the driver Petra Lund, who got out through a window. The guards"
                + " are well.");
    assertThat(disputes).hasSize(1);
    assertThat(disputes.getFirst().kind()).isEqualTo(Dispute.Kind.NEGATION);
    assertThat(disputes.getFirst().resolution()).isEqualTo(Dispute.Resolution.OPEN);
    assertThat(disputes.getFirst().question()).isEqualTo("negation: doors of the hall … unlocked");
    assertThat(disputes.getFirst().sides()).hasSize(2);
  }

  @Test
  void whatOnePartySignedAndTheOtherDidNotIsADispute() {
    assertThat(
            disputes(
                "The mayor of Kelm signed the contract for the new pier on Tuesday, her office"
                    + " said. The pier is to be 300 metres long.",
                "Nobody has signed a contract for the pier, the builder Nils Aar told the Echo. The"
                    + " mayor has merely seen a draft."))
        .extracting(Dispute::kind)
        .contains(Dispute.Kind.NEGATION);
  }

  @Test
  void aPartOfATotalIsNone() {
    assertThat(
            disputes(
                "The ferry left Lindow at six in the morning with 40 people on board. It sank an"
                    + " hour later.",
                "Of the 40 people on board the ferry from Lindow, 12 were children. The weather"
                    + " office had warned of wind."))
        .isEmpty();
  }

  @Test
  void aWishIsNone() {
    assertThat(
            disputes(
                "The company plans to close its mill at Kelm in May. It employs 90 people.",
                "Workers at the Kelm mill want it to stay open. The mill makes paper for"
                    + " newspapers."))
        .isEmpty();
  }

  @Test
  void anotherYearAndPlaceIsNone() {
    assertThat(
            disputes(
                "Three people died when a bus overturned near Lindow on Friday, police said. The"
                    + " road was wet.",
                "Five people died when a bus overturned near Kelm in 2019. The coast road has been"
                    + " widened since."))
        .isEmpty();
  }

  @Test
  void aRightOfAnotherKindIsNotDenied() {
    assertThat(
            disputes(
                "Fishermen spoke about the rights of crews in Kelm on Monday. The harbour was"
                    + " closed all day.",
                "The island says it has no right to inspect boats. Nobody was in the harbour office."))
        .isEmpty();
  }

  @Test
  void aCorrectionOfItselfIsNone() {
    assertThat(
            disputes(
                "The bird found at Kelm weighed 158 kilos, the museum said on Tuesday. It could not"
                    + " fly.",
                "The bird found at Kelm weighed 148 kilos, not 158. The museum has corrected its"
                    + " page."))
        .noneMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  @Test
  void whatWasCalledOffDidNotTakePlace() {
    assertThat(
            disputes(
                "The teachers of Kelm cancelled their march on Saturday morning. The wind blew at"
                    + " ninety kilometres an hour.",
                "Then, at eight on Saturday, the telephones in Kelm buzzed: no march. The teachers"
                    + " went home."))
        .noneMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  @Test
  void whatSomebodyCannotDoDeniesNoDeed() {
    assertThat(
            disputes(
                "The mayor of Kelm locked the gate of the pier on Tuesday, the builder said.",
                "The mayor of Kelm cannot lock the gate of the pier, the court of Kelm ruled."))
        .noneMatch(dispute -> dispute.kind() == Dispute.Kind.NEGATION);
  }

  private static List<Dispute> disputes(String first, String second) {
    return new InventedStory()
        .report("f1", "2031-05-04", first)
        .report("f2", "2031-05-05", second)
        .disputes();
  }
}
