package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotated;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.HandMade;
import org.twosource.reuse.PassageAligner;

class OverlapTest {
  private static final String FIRE =
      "A fire in the grain store at Holm burned through the night and destroyed two roofs.";
  private static final String SILO =
      "The northern silo, built in 1931, has to be taken down before the frost.";
  private static final String SPEECH =
      "“We carried buckets from the mill pond until our arms gave out,” said miller Tove Krag.";

  private final Annotated paper =
      HandMade.report("paper", FIRE, SPEECH, "Its printer owns the mill next door.");
  private final Annotated radio =
      HandMade.report("radio", "Smoke hung over the valley at dawn.", SPEECH, SILO);
  private final Annotated mayor =
      HandMade.report("mayor", "Council meets on the fifth.", SILO, "Rates will not rise.");
  private final Annotated alone =
      HandMade.report("alone", "Weather kept anglers at home all week.");

  @Test
  void speechAndPassagesInCommonAreCountedApart() {
    Map<String, Overlap> overlaps = overlaps(0, paper, radio, mayor, alone);
    assertThat(overlaps.get("paper")).isEqualTo(new Overlap(0, 1, 0));
    assertThat(overlaps.get("radio")).isEqualTo(new Overlap(1, 1, 0));
    assertThat(overlaps.get("mayor")).isEqualTo(new Overlap(1, 0, 0));
    assertThat(overlaps).doesNotContainKey("alone");
  }

  @Test
  void aSentenceThatSeveralOthersHaveCountsOnce() {
    Annotated again = HandMade.report("again", "Firemen came late.", SILO);
    assertThat(overlaps(0, radio, mayor, again).get("radio")).isEqualTo(new Overlap(1, 0, 0));
  }

  @Test
  void whatWasCopiedIsNoOverlap() {
    assertThat(overlaps(.9, radio, mayor)).isEmpty();
  }

  private static Map<String, Overlap> overlaps(double confidence, Annotated... all) {
    List<Annotated> reports = List.of(all);
    List<Alignment> alignments = new PassageAligner().align(reports);
    Lineage lineage = new FamilyBuilder(evidence -> confidence).build(reports, alignments);
    return Overlap.of(lineage, alignments);
  }
}
