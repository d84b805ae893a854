package org.twosource.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.reuse.Passage.Substance;

class PassageAlignerTest {
  private static final String[] WIRE = {
    "The ferry Marigold ran aground near Arden harbour early on Tuesday with 212 people aboard.",
    "Rescue boats took off all passengers within three hours, the coast guard said.",
    "“We heard a terrible scraping noise and then the lights went out,” said passenger Ilse Brandt.",
    "The vessel had been inspected in March and its steering gear was found defective.",
    "Investigators will lift the wreck next week if the weather allows."
  };

  private final PassageAligner aligner = new PassageAligner();

  @Test
  void rewordedSentencesAreFoundInOrder() {
    Annotated wire = HandMade.report("wire", WIRE);
    Annotated copy =
        HandMade.report(
            "copy",
            "Early on Tuesday morning, the ferry Marigold got stuck close to Arden harbour with 212 persons on board.",
            "The coast guard said rescue vessels had removed all passengers in three hours.",
            "When inspected in March, the vessel’s steering gear was found to be defective.");
    assertThat(aligner.align(List.of(wire, copy)))
        .singleElement()
        .satisfies(
            alignment ->
                assertThat(alignment.passages())
                    .extracting(passage -> passage.a() + ">" + passage.b())
                    .containsExactly("[0]>[0]", "[1]>[1]", "[3]>[2]"));
  }

  @Test
  void aStoryOfThousandsOfWordsHasTheSamePassages() {
    List<String> long1 = new ArrayList<>(List.of(WIRE));
    List<String> long2 = new ArrayList<>();
    for (int at = 0; at < 400; at++) {
      long1.add("Word%1$sa stem%1$sb noun%1$sc verb%1$sd root%1$se.".formatted("x" + at));
      long2.add("Tree%1$sf bark%1$sg leaf%1$sh twig%1$si seed%1$sj.".formatted("y" + at));
    }
    long2.addAll(List.of(WIRE));
    List<Annotated> both =
        List.of(
            HandMade.report("wire", long1.toArray(String[]::new)),
            HandMade.report("copy", long2.toArray(String[]::new)));
    assertThat(aligner.align(both))
        .singleElement()
        .satisfies(
            alignment ->
                assertThat(alignment.passages())
                    .extracting(passage -> passage.a() + ">" + passage.b())
                    .containsExactly(
                        "[0]>[400]", "[1]>[401]", "[2]>[402]", "[3]>[403]", "[4]>[404]"));
  }

  @Test
  void sharedSpeechIsNotProse() {
    Annotated wire = HandMade.report("wire", WIRE);
    Annotated other =
        HandMade.report(
            "other",
            "Hundreds were evacuated from a stranded ship in the north.",
            "“We heard a terrible scraping noise and then the lights went out,” Ilse Brandt told reporters.");
    assertThat(aligner.align(List.of(wire, other)))
        .singleElement()
        .satisfies(
            alignment ->
                assertThat(alignment.passages())
                    .extracting(Passage::substance)
                    .containsExactly(Substance.QUOTATION));
  }

  @Test
  void aSentenceSplitInTwoIsOnePassage() {
    Annotated wire = HandMade.report("wire", WIRE);
    Annotated copy =
        HandMade.report(
            "copy",
            "The vessel had been inspected in March.",
            "Its steering gear was found defective.",
            "Officials declined to comment on the budget.");
    assertThat(aligner.align(List.of(wire, copy)).getFirst().passages())
        .extracting(passage -> passage.a() + ">" + passage.b())
        .containsExactly("[3]>[0, 1]");
  }

  @Test
  void reportsThatShareNothingAreLeftOut() {
    assertThat(
            aligner.align(
                List.of(
                    HandMade.report("one", WIRE),
                    HandMade.report(
                        "two", "The parliament adopted the budget after a long night of talks."))))
        .isEmpty();
  }

  private static final String[] SPUN = {
    "A passenger boat got stuck on a bank just after sunrise.",
    "Everybody was brought to land before noon.",
    "It was terribly noisy, one traveller recalled.",
    "Checks last spring turned up faults.",
    "Divers hope to raise it soon.",
    "Its owners kept silent."
  };

  @Test
  void aCopyWithoutACommonWordIsLaidSideBySide() {
    Annotated wire = HandMade.about(HandMade.report("wire", WIRE), "0", "1", "2", "3", "4+5");
    Annotated copy = HandMade.about(HandMade.report("copy", SPUN), "0", "1", "2", "3", "4", "5");
    assertThat(aligner.align(List.of(wire, copy)))
        .singleElement()
        .satisfies(
            alignment -> {
              assertThat(alignment.passages())
                  .extracting(passage -> passage.a() + ">" + passage.b())
                  .containsExactly("[0]>[0]", "[1]>[1]", "[2]>[2]", "[3]>[3]", "[4]>[4, 5]");
              assertThat(alignment.passages())
                  .allSatisfy(
                      passage -> {
                        assertThat(passage.manner()).isEqualTo(Manner.REWORDED);
                        assertThat(passage.isByWords()).isFalse();
                      });
            });
  }

  @Test
  void independentReportsOfOneEventAreNotLaidSideBySide() {
    Annotated wire = HandMade.about(HandMade.report("wire", WIRE), "0", "1", "2", "3", "4");
    Annotated other = HandMade.about(HandMade.report("other", SPUN), "1", "0", "6", "2", "7", "4");
    assertThat(aligner.align(List.of(wire, other))).isEmpty();
  }

  @Test
  void oneTextPrintedByEverybodyIsComparedWithTheClosestOnly() {
    List<Annotated> reports = new ArrayList<>();
    for (int at = 0; at < 300; at++) {
      reports.add(HandMade.report("r" + at, WIRE));
    }
    assertThat(aligner.align(reports)).hasSizeLessThanOrEqualTo(300 * PassageAligner.MAX_PARTNERS);
  }
}
