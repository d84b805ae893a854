package org.twosource.reuse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.EvidenceFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Report;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What the aligner of passages and the likeness of statements are given for pairs of sentences. */
class GoldenSentencesTest {
  private static final int EVERY = 4;

  @Test
  void everyPairHasTheFeaturesThatWeightsWereLearnedFor() throws IOException {
    EvidenceFile aligned = new EvidenceFile();
    EvidenceFile statements = new EvidenceFile();
    StatementSimilarity similarity = StatementSimilarity.standard();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      List<List<String>> rows = CasesFile.rows("CopiedChanges");
      for (int at = 0; at < rows.size(); at += EVERY) {
        String before = rows.get(at).get(0);
        List<Annotated> both =
            annotator
                .annotate(List.of(text("before", before), text("after", rows.get(at).get(1))))
                .reports();
        for (SentenceComparison pair :
            SentenceComparison.of(
                both, both.get(0), both.get(1), WordRarity.standard(), (a, b) -> true)) {
          aligned.add(before, SentenceComparison.WORD_FEATURES, pair.words());
          aligned.add(before, SentenceComparison.VECTOR_FEATURES, pair.vectors());
        }
        statements.add(
            before,
            StatementSimilarity.FEATURES,
            similarity.features(
                StatementSimilarity.side(both.get(0), 0).orElseThrow(),
                StatementSimilarity.side(both.get(1), 0).orElseThrow()));
      }
    }
    aligned.check("AlignedSentences");
    statements.check("Statements");
  }

  private static Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
