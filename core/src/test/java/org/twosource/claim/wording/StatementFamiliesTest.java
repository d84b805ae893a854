package org.twosource.claim.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.lineage.FamilyBuilder;
import org.twosource.lineage.Lineage;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.HandMade;
import org.twosource.reuse.PassageAligner;

class StatementFamiliesTest {
  private static final String DAM =
      "Engineers lowered the water behind the Tarn dam by four metres after finding a crack.";
  private static final String FARMS =
      "Eleven farms below the reservoir were told to move their cattle to higher ground.";
  private static final String COST =
      "Repairs will take until spring and cost some nine million crowns.";
  private static final String OWN =
      "A shepherd in Upper Tarn had reported wet stones in the gallery weeks ago.";

  private final List<Annotated> reports =
      List.of(
          HandMade.report("wire", DAM, FARMS, COST),
          HandMade.report("paper", OWN, DAM, "Its editor lives in the valley."));
  private final List<Alignment> alignments = new PassageAligner().align(reports);

  @Test
  void whatMayHaveBeenTakenOverCountsOnceAndTheRestIsTheReportsOwn() {
    StatementFamilies families = families(.7);
    assertThat(families.of("paper", 1)).isEqualTo(families.of("wire", 0));
    assertThat(families.of("paper", 0)).isNotEqualTo(families.of("wire", 0));
    assertThat(families.of("paper", 0)).isNotEqualTo(families.of("wire", 2));
  }

  @Test
  void whatTwoSourcesOnlyStateBothIsOfEach() {
    StatementFamilies families = families(.2);
    assertThat(families.of("paper", 1)).isNotEqualTo(families.of("wire", 0));
  }

  @Test
  void aReportOfNoFamilyIsOneOfItsOwn() {
    assertThat(families(.7).of("radio", 0)).isEqualTo("radio");
  }

  private StatementFamilies families(double confidence) {
    Lineage lineage = new FamilyBuilder(evidence -> confidence).build(reports, alignments);
    return new StatementFamilies(alignments, lineage);
  }
}
