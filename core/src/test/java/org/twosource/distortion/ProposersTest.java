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
import org.twosource.distortion.propose.Proposal;
import org.twosource.distortion.propose.ProposalEvidence;
import org.twosource.distortion.propose.Proposers;
import org.twosource.report.Report;
import org.twosource.report.Span;
import org.twosource.reuse.TokenWordAligner;
import org.twosource.text.StandardTextBuilder;

/** Runs the cases file of the proposers: the place of a change must be seen. */
class ProposersTest {
  private static StandardAnnotator annotator;

  @BeforeAll
  static void open() {
    annotator = StandardAnnotator.standard();
  }

  @AfterAll
  static void close() {
    annotator.close();
  }

  /** One line of the cases file. */
  record Case(String kind, String before, String after, String words) {}

  static Stream<Case> cases() {
    return CasesFile.rows("Proposers").stream()
        .map(row -> new Case(row.get(0), row.get(1), row.get(2), row.get(3)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePlaceOfAChangeIsProposed(Case given) {
    int start = given.after().indexOf(given.words());
    assertThat(start).isNotNegative();
    Span words = new Span(start, start + given.words().length());
    assertThat(proposals(given.before(), given.after()))
        .filteredOn(one -> one.kind().label().equals(given.kind()))
        .anyMatch(one -> one.after().filter(words::overlaps).isPresent());
  }

  @Test
  void evidenceIsOneValueAColumnAndTheSameEveryTime() {
    String before = "The union accused the company of fraud on Monday.";
    String after = "On Tuesday the company accused the union of fraud.";
    List<Proposal> once = proposals(before, after);
    List<Proposal> again = proposals(before, after);
    assertThat(once).hasSameSizeAs(again).isNotEmpty();
    for (int at = 0; at < once.size(); at++) {
      assertThat(once.get(at).evidence())
          .hasSize(ProposalEvidence.FEATURES.size())
          .isEqualTo(again.get(at).evidence());
    }
  }

  @Test
  void oneSentenceAndItselfProposeNoOtherName() {
    String sentence = "Mayor Ines Rowan opened the bridge in Leipzig on Monday.";
    assertThat(proposals(sentence, sentence))
        .extracting(Proposal::kind)
        .doesNotContain(
            Distortion.Kind.NAME_CHANGED,
            Distortion.Kind.PLACE_CHANGED,
            Distortion.Kind.DATE_CHANGED,
            Distortion.Kind.ATTRIBUTION_DROPPED);
  }

  private static List<Proposal> proposals(String before, String after) {
    List<Annotated> both =
        annotator.annotate(List.of(text("before", before), text("after", after))).reports();
    return Proposers.of(
        new SentencePair(
            both.get(0),
            new Span(0, before.length()),
            both.get(1),
            new Span(0, after.length()),
            new TokenWordAligner()),
        List.of());
  }

  private static org.twosource.text.Text text(String id, String body) {
    return new StandardTextBuilder().build(Report.of(id, body).withLanguage(Optional.of("en")));
  }
}
