package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.HandMade;
import org.twosource.reuse.PassageAligner;

class FamilyBuilderTest {
  private static final String FERRY =
      "The ferry Marigold ran aground near Arden harbour early on Tuesday with 212 people aboard.";
  private static final String RESCUE =
      "Rescue boats took off all passengers within three hours, the coast guard said.";
  private static final String GEAR =
      "The vessel had been inspected in March and its steering gear was found defective.";
  private static final String WRECK =
      "Investigators will lift the wreck next week if the weather allows.";
  private static final String OWNER =
      "The owner, a cooperative of islanders, bought the ship second-hand nine years ago.";
  private static final String HOTEL =
      "Travellers without relatives on the island spent the night in the gymnasium of Arden school.";
  private static final String CREW =
      "Two engineers of the crew were questioned by harbour police and released at noon.";
  private static final String QUOTE =
      "“We heard a terrible scraping noise and then the lights went out,” said passenger Ilse Brandt.";

  @Test
  void copiesAreOneFamilyAndTheReportThatHasEverythingIsItsOrigin() {
    Lineage lineage =
        build(
            HandMade.report("full", FERRY, RESCUE, GEAR, OWNER, WRECK),
            HandMade.report("head", FERRY, RESCUE, GEAR),
            HandMade.report("tail", GEAR, OWNER, WRECK));
    assertThat(lineage.families())
        .singleElement()
        .satisfies(family -> assertThat(family.origin().report()).contains("full"));
  }

  @Test
  void reportsThatMayShareATextAreTwoSourcesAndAreToldWithTheReason() {
    List<Annotated> reports =
        List.of(
            HandMade.report("one", FERRY, RESCUE, GEAR),
            HandMade.report("two", GEAR, OWNER, HOTEL, CREW));
    Lineage lineage =
        new FamilyBuilder(evidence -> .7).build(reports, new PassageAligner().align(reports));
    assertThat(lineage.families()).hasSize(2);
    assertThat(lineage.derivations()).isEmpty();
    assertThat(lineage.possible())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.confidence()).isEqualTo(.7);
              assertThat(pair.evidence()).contains("passages of prose: 1");
            });
  }

  @Test
  void sharedSpeechKeepsReportsApart() {
    Lineage lineage =
        build(
            HandMade.report("one", FERRY, QUOTE, WRECK),
            HandMade.report(
                "two", "A ship is stuck in the north.", QUOTE, "Nobody was hurt, officials said."));
    assertThat(lineage.sources()).hasSize(2);
  }

  @Test
  void sharedPostsKeepReportsApart() {
    String post =
        "Marigold is stuck on the sandbank at Arden, crew well, kettle on, awaiting a tow before"
            + " supper. — Ilse Brandt (@ilse_at_sea) March 4, 2021";
    Lineage lineage =
        build(
            HandMade.report("one", FERRY, post, WRECK),
            HandMade.report("two", "A ship lies in the north.", post, "Nobody was hurt."));
    assertThat(lineage.sources()).hasSize(2);
  }

  @Test
  void aQuotationOfSeveralParagraphsInSingleMarksKeepsReportsApart() {
    String[] speech = {
      "'The steering gear had been grinding for weeks and nobody in the office would listen.",
      "'Every captain on this route wrote it in the log, page after page, since midsummer.'"
    };
    Lineage lineage =
        build(
            HandMade.report("one", FERRY, speech[0], speech[1], WRECK),
            HandMade.report("two", "A ship lies in the north.", speech[0], speech[1], HOTEL));
    assertThat(lineage.sources()).hasSize(2);
  }

  @Test
  void wordsThatEveryReportUsesAreWeakerEvidenceThanWordsOfTwo() {
    String common = "The coast guard in Arden said the ferry Marigold struck the mole at dawn.";
    Annotated one = HandMade.report("one", common, GEAR);
    Annotated two = HandMade.report("two", common, HOTEL);
    Annotated third =
        HandMade.report(
            "third",
            "At dawn the Marigold, a ferry, struck Arden mole.",
            "Its coast guard said little.",
            OWNER);
    double alone = confidence(one, two);
    double beside =
        confidence(
            one,
            two,
            third,
            HandMade.report(
                "fourth", "Struck by the Marigold: the mole of Arden, its ferry and coast guard."));
    assertThat(beside).isLessThan(alone);
  }

  private static double confidence(Annotated one, Annotated two, Annotated... others) {
    List<Annotated> all = new ArrayList<>(List.of(one, two));
    all.addAll(List.of(others));
    return DerivationModel.confidence(
        new StoryEvidence(
                all,
                new PassageAligner().align(all),
                WordRarity.standard(),
                DerivationModel::confidence)
            .of("one", "two")
            .orElseThrow());
  }

  @Test
  void oneSentenceThatIsTheSameDoesNotMakeTwoShortReportsOneSource() {
    Lineage lineage =
        build(
            HandMade.report(
                "one",
                "The bridge at Harlow was closed on Friday after a barge hit its second pier, the"
                    + " council said.",
                "Engineers will look at the damage on Saturday.",
                "Buses are sent round by Ware."),
            HandMade.report(
                "two",
                "A barge struck a pier of the bridge at Harlow on Friday.",
                "The council shut the bridge at once.",
                "Drivers queued for an hour on both banks."));
    assertThat(lineage.sources()).hasSize(2);
  }

  @Test
  void aShortReportPrintedWholeIsACopyAllTheSame() {
    Lineage lineage =
        build(HandMade.report("one", FERRY, GEAR), HandMade.report("two", FERRY, GEAR));
    assertThat(lineage.sources()).hasSize(1);
  }

  @Test
  void copiesThatAgreeBeyondTheThirdPointToAnUnseenText() {
    Lineage lineage =
        build(
            HandMade.report("cut", FERRY, RESCUE, HOTEL, GEAR, CREW),
            HandMade.report("copy", FERRY, RESCUE, HOTEL, OWNER, WRECK),
            HandMade.report("other", FERRY, GEAR, CREW, OWNER, WRECK));
    assertThat(lineage.families())
        .singleElement()
        .satisfies(
            family -> {
              assertThat(family.origin().isUnseen()).isTrue();
              assertThat(family.origin().known()).hasSizeGreaterThanOrEqualTo(4);
            });
  }

  private static Lineage build(Annotated... reports) {
    List<Annotated> all = List.of(reports);
    return new FamilyBuilder().build(all, new PassageAligner().align(all));
  }
}
