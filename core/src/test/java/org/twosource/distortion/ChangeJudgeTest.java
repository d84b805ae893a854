package org.twosource.distortion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twosource.CasesFile;
import org.twosource.annotate.Annotated;
import org.twosource.annotate.StandardAnnotator;
import org.twosource.compare.LearnedDifferences;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;
import org.twosource.text.Text;

/** Runs the cases file of the judge: what it charges, and honest copies in other words. */
class ChangeJudgeTest {
  private static StandardAnnotator annotator;
  private static LearnedDifferences differences;
  private static PairComparer judged;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
    differences = LearnedDifferences.standard();
    judged = PairComparer.with(annotator, differences);
  }

  @AfterAll
  static void close() {
    annotator.close();
    differences.close();
  }

  /** One line of the cases file. */
  record Case(String kind, String before, String after) {}

  static Stream<Case> cases() {
    return CasesFile.rows("ChangeJudge").stream()
        .map(row -> new Case(row.get(0), row.get(1), row.get(2)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void changesAreChargedAndHonestCopiesAreNot(Case given) {
    List<Finding> grave =
        judged.compare(given.before(), given.after(), Optional.of("en")).stream()
            .filter(finding -> finding.severity() != Distortion.Severity.LOW)
            .toList();
    if (given.kind().equals("nothing")) {
      assertThat(grave).isEmpty();
    } else {
      assertThat(grave).extracting(finding -> finding.kind().label()).contains(given.kind());
    }
  }

  @Test
  void everyFindingSaysWhyAndHowSurely() {
    List<Finding> findings =
        judged.compare(
            "Nine miners were rescued from the flooded shaft, the company said.",
            "The company said 19 miners had been rescued from the shaft that was flooded.",
            Optional.of("en"));
    assertThat(findings).isNotEmpty();
    assertThat(findings).allMatch(one -> one.confidence() > 0 && one.confidence() <= 1);
    assertThat(findings).extracting(Finding::why).allMatch(why -> why.contains("19"));
  }

  @Test
  void withoutAReaderTheDetectorsSpeak() {
    String before = "The bank lost $5 billion last year.";
    String after = "The bank lost $5 million last year.";
    assertThat(PairComparer.with(annotator).compare(before, after, Optional.of("en")))
        .extracting(Finding::kind)
        .containsExactly(Distortion.Kind.NUMBER_CHANGED);
  }

  @Test
  void aVeryLongPairIsLeftToTheDetectors() {
    String many = "The committee met in Harlow on Monday and spoke of the budget. ".repeat(40);
    String after = many + "The bank lost $5 million.";
    assertThat(judged.compare(many, after, Optional.of("en")))
        .as("nothing thrown, nothing found")
        .isEmpty();
  }

  @Test
  void sentencesTooShortToTellTheirLanguageAreReadAllTheSame() {
    assertThat(judged.compare("Oslo did not lift it.", "Oslo lifted it.", Optional.empty()))
        .extracting(Finding::kind)
        .containsExactly(Distortion.Kind.NEGATION_CHANGED);
  }

  @Test
  void onlyWhatIsReadCountsAgainstTheLimitOfAStory() {
    int[] readings = {0};
    ChangeJudge judge =
        ChangeJudge.with(
                (before, after) -> {
                  readings[0]++;
                  return differences.read(before, after);
                })
            .upTo(2);
    String before = "The bank lost $5 billion last year.";
    SentencePair same = pair(before, before);
    SentencePair reworded = pair(before, "Last year, losses at the bank came to $7 billion.");
    for (int time = 0; time < 3; time++) {
      judge.find(same);
    }
    assertThat(readings[0]).as("equal sentences need no reading").isZero();
    for (int time = 0; time < 4; time++) {
      judge.find(reworded);
    }
    assertThat(readings[0]).isEqualTo(2);
  }

  private static SentencePair pair(String before, String after) {
    List<Annotated> both =
        annotator.annotate(List.of(text("before", before), text("after", after))).reports();
    return new SentencePair(
        both.get(0),
        new Span(0, before.length()),
        both.get(1),
        new Span(0, after.length()),
        new TokenWordAligner());
  }

  private static Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
