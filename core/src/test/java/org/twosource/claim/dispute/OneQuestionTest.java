package org.twosource.claim.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.claim.Dispute;
import org.twosource.claim.Dispute.Between;
import org.twosource.claim.Dispute.Kind;
import org.twosource.claim.Dispute.Resolution;
import org.twosource.claim.DisputeSide;
import org.twosource.report.Span;

class OneQuestionTest {
  private static final DisputeSide FORTY = side(0, "40");
  private static final DisputeSide FIFTY = side(1, "50");
  private static final DisputeSide FIFTY_ONE = side(2, "51");

  @Test
  void threeAnswersToOneQuestionAreOneEntry() {
    List<Dispute> joined =
        OneQuestion.joined(
            List.of(
                open(Kind.NUMBER, FORTY, FIFTY),
                open(Kind.NUMBER, FORTY, FIFTY_ONE),
                open(Kind.NUMBER, FIFTY, FIFTY_ONE)));
    assertThat(joined).hasSize(1);
    assertThat(joined.getFirst().sides()).containsExactly(FORTY, FIFTY, FIFTY_ONE);
  }

  @Test
  void anotherKindIsAnotherQuestion() {
    assertThat(
            OneQuestion.joined(
                List.of(open(Kind.NUMBER, FORTY, FIFTY), open(Kind.STATUS, FORTY, FIFTY_ONE))))
        .hasSize(2);
  }

  @Test
  void otherAnswersAreAnotherQuestion() {
    assertThat(
            OneQuestion.joined(
                List.of(
                    open(Kind.NUMBER, FORTY, FIFTY),
                    open(Kind.NUMBER, side(3, "7"), side(4, "9")))))
        .hasSize(2);
  }

  @Test
  void oneAnswerGivenElsewhereIsNoThirdAnswer() {
    DisputeSide again = side(3, "40");
    List<Dispute> joined =
        OneQuestion.joined(
            List.of(open(Kind.NUMBER, FORTY, FIFTY), open(Kind.NUMBER, FIFTY, again)));
    assertThat(joined).hasSize(1);
    assertThat(joined.getFirst().sides())
        .containsExactly(FORTY.withStatements(List.of(0, 3)), FIFTY);
  }

  @Test
  void anUpdateIsNotJoinedWithWhatIsOpen() {
    Dispute update =
        new Dispute(
            Kind.NUMBER, Between.REPORTS, Resolution.SUPERSEDED, FORTY.supersededIf(true), FIFTY);
    assertThat(OneQuestion.joined(List.of(update, open(Kind.NUMBER, FORTY, FIFTY_ONE)))).hasSize(2);
  }

  @Test
  void aDisputeHasTwoSides() {
    assertThatThrownBy(
            () ->
                new Dispute(Kind.NUMBER, Between.REPORTS, Resolution.OPEN, "hurt", List.of(FORTY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hurt");
  }

  private static Dispute open(Kind kind, DisputeSide a, DisputeSide b) {
    return new Dispute(kind, Between.REPORTS, Resolution.OPEN, a, b);
  }

  private static DisputeSide side(int statement, String answer) {
    return new DisputeSide(List.of(statement), new Span(0, 2), answer, answer, false);
  }
}
