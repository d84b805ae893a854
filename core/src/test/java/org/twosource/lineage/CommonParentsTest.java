package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.lexicon.WordRarity;
import org.twosource.lineage.Direction.Way;
import org.twosource.reuse.HandMade;
import org.twosource.reuse.PassageAligner;

/** Two copies of one text, of which the dates alone say that one was made from the other. */
class CommonParentsTest {
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
  private static final Direction DATES = new Direction(Way.A_TO_B, Direction.EARLIER + " by a day");
  private static final Direction CREDIT = new Direction(Way.A_TO_B, "names it");

  private static final Annotated ONE = HandMade.report("one", FERRY, RESCUE, GEAR, WRECK);
  private static final Annotated TWO = HandMade.report("two", FERRY, RESCUE, GEAR, WRECK);

  @Test
  void twoThatHaveAllFromAThirdAreSiblings() {
    Annotated wire = HandMade.report("wire", FERRY, RESCUE, GEAR, WRECK, OWNER);
    Direction read = between(ONE, TWO, wire, DATES);
    assertThat(read.way()).isEqualTo(Way.COMMON);
    assertThat(read.reason()).contains("wire");
  }

  @Test
  void aThirdThatHasLittleOfItExplainsNothing() {
    Annotated wire = HandMade.report("wire", FERRY, RESCUE, OWNER);
    assertThat(between(ONE, TWO, wire, DATES)).isEqualTo(DATES);
  }

  @Test
  void whatTheReportsSayThemselvesStays() {
    Annotated wire = HandMade.report("wire", FERRY, RESCUE, GEAR, WRECK, OWNER);
    assertThat(between(ONE, TWO, wire, CREDIT)).isEqualTo(CREDIT);
  }

  @Test
  void aThirdThatIsTheParentOfOnlyOneExplainsNothing() {
    Annotated wire = HandMade.report("wire", FERRY, RESCUE, GEAR, WRECK, OWNER);
    List<Annotated> all = List.of(ONE, TWO, wire);
    List<DerivedPair> pairs =
        List.of(pair(all, 0, 1, DATES), pair(all, 0, 2, new Direction(Way.B_TO_A, "names it")));
    assertThat(CommonParents.read(all, pairs).getFirst().direction()).isEqualTo(DATES);
  }

  /** The direction of the first two, of which both are copies of the third. */
  private static Direction between(
      Annotated one, Annotated two, Annotated third, Direction direction) {
    List<Annotated> all = List.of(one, two, third);
    Direction copy = new Direction(Way.B_TO_A, "names it");
    return CommonParents.read(
            all, List.of(pair(all, 0, 1, direction), pair(all, 0, 2, copy), pair(all, 1, 2, copy)))
        .getFirst()
        .direction();
  }

  private static DerivedPair pair(List<Annotated> all, int a, int b, Direction direction) {
    StoryEvidence evidence =
        new StoryEvidence(
            all,
            new PassageAligner().align(all),
            WordRarity.standard(),
            DerivationModel::confidence);
    return new DerivedPair(
        a, b, evidence.of(all.get(a).id(), all.get(b).id()).orElseThrow(), .9, direction);
  }
}
