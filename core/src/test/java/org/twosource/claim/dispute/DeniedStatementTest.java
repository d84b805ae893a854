package org.twosource.claim.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.twosource.annotate.Annotations;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.claim.Dispute;
import org.twosource.claim.DisputeSide;
import org.twosource.claim.Question;
import org.twosource.claim.Wording;
import org.twosource.claim.wording.WordingReader;
import org.twosource.compare.LearnedComparer;
import org.twosource.compare.StatementComparer;
import org.twosource.lineage.Lineage;
import org.twosource.report.Report;
import org.twosource.reuse.ContentWords;
import org.twosource.text.Language;
import org.twosource.text.StandardTextBuilder;

class DeniedStatementTest {
  private static final String APPROVED = "The harbour board approved the sale of the docks.";

  private static LearnedComparer comparer;

  @BeforeAll
  static void open() {
    comparer = LearnedComparer.standard();
  }

  @AfterAll
  static void close() {
    comparer.close();
  }

  @Test
  void aDenialOfWhatTheOtherStatesIsOne() {
    assertThat(isDenied(APPROVED, "The harbour board did not approve the sale of the docks."))
        .isTrue();
    assertThat(isDenied(APPROVED, "The board denied having approved any sale of the docks."))
        .isTrue();
  }

  @Test
  void aDenialOfSomethingElseIsNone() {
    assertThat(isDenied(APPROVED, "Mara Lund, who has not approved of her son's haircut, smiled."))
        .isFalse();
    assertThat(
            isDenied(
                "We know that the talks go on, said the envoy.",
                "The keeper is not known for his patience."))
        .isFalse();
  }

  @Test
  void withoutAModelEveryDenialStands() {
    assertThat(
            new DeniedStatement(StatementComparer.SILENT)
                .isDeniedIn(question(APPROVED, "The keeper is not known for his patience.")))
        .isTrue();
  }

  private static boolean isDenied(String one, String other) {
    return new DeniedStatement(comparer).isDeniedIn(question(one, other));
  }

  private static Question question(String one, String other) {
    Language english = Language.find("en").orElseThrow();
    Annotations annotations =
        StandardAnnotator.lexical()
            .annotate(
                IntStream.range(0, 2)
                    .mapToObj(at -> Report.of("r" + at, at == 0 ? one : other))
                    .map(report -> report.withLanguage(Optional.of("en")))
                    .map(new StandardTextBuilder()::build)
                    .toList());
    List<Wording> wordings =
        new WordingReader(english, new ContentWords(english), annotations)
            .read(annotations, List.of(), new Lineage(List.of(), List.of()));
    List<DisputeSide> sides =
        IntStream.range(0, 2)
            .mapToObj(
                at ->
                    new DisputeSide(
                        List.of(at), wordings.get(at).span(), wordings.get(at).text(), "", false))
            .toList();
    return new Question(
        wordings,
        List.of(
            new Dispute(
                Dispute.Kind.NEGATION,
                Dispute.Between.REPORTS,
                Dispute.Resolution.OPEN,
                "",
                sides)));
  }
}
