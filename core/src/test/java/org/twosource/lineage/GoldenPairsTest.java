package org.twosource.lineage;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.EvidenceFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.lexicon.WordRarity;
import org.twosource.reuse.PassageAligner;

/** What the judge of who copied whom is given for the reports of the cases file of lineages. */
class GoldenPairsTest {

  @Test
  void everyPairHasTheEvidenceThatTheJudgeLearnedFrom() throws IOException {
    EvidenceFile evidence = new EvidenceFile();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      for (List<String> row : CasesFile.rows("Lineage")) {
        add(LineageCasesTest.read(row.get(0), annotator), evidence);
      }
    }
    evidence.check("Pairs");
  }

  private static void add(List<Annotated> reports, EvidenceFile evidence) {
    StoryEvidence story =
        new StoryEvidence(
            reports,
            new PassageAligner().align(reports),
            WordRarity.standard(),
            DerivationModel::confidence);
    for (Annotated one : reports) {
      for (Annotated other : reports) {
        if (one.id().compareTo(other.id()) < 0) {
          story
              .of(one.id(), other.id())
              .ifPresent(
                  pair ->
                      evidence.add(
                          one.id() + " " + other.id(), PairEvidence.FEATURES, pair.features()));
        }
      }
    }
  }
}
