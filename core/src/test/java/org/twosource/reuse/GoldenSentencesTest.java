package org.twosource.reuse;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.twosource.CasesFile;
import org.twosource.EvidenceFile;
import org.twosource.ReadingsFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.lexicon.WordRarity;
import org.twosource.report.Report;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** What the aligner of passages and the likeness of statements are given for pairs of sentences. */
class GoldenSentencesTest {
  private static final int EVERY = 2;

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

  @Test
  void aSentenceIsComparedByItsWordsTheirWeightsAndTies() throws IOException {
    ReadingsFile readings = new ReadingsFile();
    Language english = Language.find("en").orElseThrow();
    try (StandardAnnotator annotator = StandardAnnotator.standard()) {
      List<List<String>> rows = CasesFile.rows("CopiedChanges");
      for (int at = 0; at < rows.size(); at += EVERY) {
        Annotated report =
            annotator.annotate(List.of(text("before", rows.get(at).get(0)))).reports().getFirst();
        readings.add(
            shown(
                StatementSide.of(
                    StatementSimilarity.side(report, 0).orElseThrow(),
                    WordRarity.standard(),
                    english)));
      }
    }
    readings.check("StatementSides");
  }

  private static String shown(StatementSide side) {
    StringBuilder shown = new StringBuilder();
    for (int word = 0; word < side.size(); word++) {
      shown
          .append(side.words.get(word))
          .append(side.isContent[word] ? "=" + side.stems.get(word) : "")
          .append(String.format(Locale.ROOT, " %.1f ", side.weights[word]));
    }
    return shown
        + "| "
        + new TreeSet<>(side.numbers)
        + new TreeSet<>(side.names)
        + (side.negated ? " not" : "")
        + " | root "
        + side.atRoot("root")
        + " subject "
        + side.atRoot("nsubj", "nsubj:pass")
        + " object "
        + side.atRoot("obj")
        + " | "
        + new TreeSet<>(side.ties());
  }

  private static Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
