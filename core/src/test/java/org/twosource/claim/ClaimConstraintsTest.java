package org.twosource.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.report.Span;

class ClaimConstraintsTest {
  private static final String SANK = "The ferry Albatross sank off Port Lindow on Saturday night.";
  private static final String SANK_TOO =
      "The Albatross ferry sank near Port Lindow late on Saturday.";
  private static final String SALE = "The mayor of Kelm wants to sell the old docks next year.";

  private final InventedStory story = new InventedStory();

  @Test
  void statementsThatTheReaderPutsTogetherAreOneClaimAndItSaysSo() {
    story.report("f1", "2031-05-04", SANK).report("f2", "2031-05-04", SALE);
    assertThat(story.claim("sank off").reports()).isEqualTo(1);
    story.decided(together(quoted("r0", SANK), quoted("r1", SALE)));
    Claim claim = story.claim("sank off");
    assertThat(claim.reports()).isEqualTo(2);
    assertThat(claim.why()).anyMatch(why -> why.contains("one claim by your decision"));
    assertThat(claim.merges()).singleElement().matches(one -> one.by() == Merge.By.CONSTRAINT);
  }

  @Test
  void statementsThatTheReaderKeepsApartAreTwoClaims() {
    story.report("f1", "2031-05-04", SANK).report("f2", "2031-05-04", SANK_TOO);
    assertThat(story.claim("sank off").reports()).isEqualTo(2);
    story.decided(apart(quoted("r0", SANK), quoted("r1", SANK_TOO)));
    assertThat(story.claim("sank off").reports()).isEqualTo(1);
    assertThat(story.claim("sank off").why()).anyMatch(why -> why.contains("kept apart"));
  }

  @Test
  void evenTheSameWordsCanBeKeptApart() {
    story.report("f1", "2031-05-04", SANK).report("f2", "2031-05-04", SANK);
    story.report("f2", "2031-05-04", SANK);
    story.decided(apart(quoted("r0", SANK), quoted("r1", SANK)));
    assertThat(story.claims()).noneMatch(claim -> holds(claim, "r0") && holds(claim, "r1"));
    assertThat(story.claims())
        .as("its family's copies go with it")
        .anyMatch(claim -> holds(claim, "r1") && holds(claim, "r2"));
  }

  @Test
  void decisionsChainAndApartWinsOverTogether() {
    story.report("f1", "2031-05-04", SANK).report("f2", "2031-05-04", SALE);
    story.report("f3", "2031-05-04", "Traders from Niger crossed the river far away.");
    StatementPlace first = quoted("r0", SANK);
    StatementPlace second = quoted("r1", SALE);
    StatementPlace third = quoted("r2", "Traders from Niger");
    story.decided(
        new ClaimConstraints(
            List.of(
                new ClaimConstraints.Pair(second, third), new ClaimConstraints.Pair(third, first)),
            List.of()));
    assertThat(story.claim("sank off").reports()).isEqualTo(3);
    story.decided(
        new ClaimConstraints(
            List.of(
                new ClaimConstraints.Pair(second, third), new ClaimConstraints.Pair(third, first)),
            List.of(new ClaimConstraints.Pair(first, second))));
    assertThat(story.claims()).noneMatch(claim -> holds(claim, "r0") && holds(claim, "r1"));
  }

  @Test
  void answersThatTheReaderKeepsApartAreNoDispute() {
    String twelve = "The blast at the Kelm mill killed at least 12 workers.";
    String nineteen = "The blast at the Kelm mill killed 19 workers on Sunday.";
    story.report("f1", "2031-05-04", twelve).report("f2", "2031-05-04", nineteen);
    assertThat(story.disputes()).isNotEmpty();
    story.decided(apart(quoted("r0", twelve), quoted("r1", nineteen)));
    assertThat(story.disputes()).isEmpty();
  }

  @Test
  void aPlaceThatIsNotThereChangesNothing() {
    story.report("f1", "2031-05-04", SANK).report("f2", "2031-05-04", SANK_TOO);
    List<Claim> before = story.claims();
    story.decided(apart(quoted("r7", SANK), quoted("r1", "words that nobody wrote")));
    assertThat(story.claims()).isEqualTo(before);
  }

  @Test
  void theMergesOfEveryClaimTieAllItsStatementsTogether() {
    story.report("f1", "2031-05-04", SANK + " " + SALE).report("f2", "2031-05-04", SANK_TOO);
    story.report("f1", "2031-05-04", SANK + " The blast killed 12 workers.");
    story.report("f3", "2031-05-04", "The Albatross sank. The blast killed 19 workers.");
    assertThat(story.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.merges()).hasSize(claim.statements().size() - 1);
              assertThat(claim.merges()).allMatch(one -> !one.evidence().isEmpty());
            })
        .anyMatch(claim -> claim.merges().stream().anyMatch(one -> one.by() == Merge.By.LIKENESS));
  }

  @Test
  void reportsOfOneFamilyAreCollapsedAndItIsSaidWhy() {
    story.report("f1", "2031-05-04", SANK).report("f1", "2031-05-04", SANK);
    assertThat(story.claim("sank off").collapses())
        .singleElement()
        .matches(one -> one.by() == Collapse.By.FAMILY)
        .matches(one -> one.reports().equals(List.of("r0", "r1")));
  }

  @Test
  void wordsAreFoundWhateverTheirSpacesAndQuotationMarks() {
    Report report = Report.of("r", "He said: “It’s  over\nnow”, and left. It's over now.");
    assertThat(new StatementPlace.Quoted(Optional.of("r"), "\"It's over now\"").in(report))
        .containsExactly(new Span(9, 25));
    assertThat(new StatementPlace.Quoted(Optional.empty(), "It's over now").in(report)).hasSize(2);
    assertThat(new StatementPlace.Quoted(Optional.of("other"), "left").in(report)).isEmpty();
    assertThat(new StatementPlace.Quoted(Optional.of("r"), "a.c (").in(report)).isEmpty();
    assertThatThrownBy(() -> new StatementPlace.Quoted(Optional.empty(), " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void charactersBeyondTheReportAreNoPlace() {
    Report report = Report.of("r", "Short.");
    assertThat(new StatementPlace.At(new Citation("r", new Span(2, 90))).in(report)).isEmpty();
    assertThat(new StatementPlace.At(new Citation("r", new Span(0, 5))).in(report)).hasSize(1);
  }

  private static StatementPlace quoted(String report, String words) {
    return new StatementPlace.Quoted(Optional.of(report), words);
  }

  private static ClaimConstraints together(StatementPlace a, StatementPlace b) {
    return new ClaimConstraints(List.of(new ClaimConstraints.Pair(a, b)), List.of());
  }

  private static ClaimConstraints apart(StatementPlace a, StatementPlace b) {
    return new ClaimConstraints(List.of(), List.of(new ClaimConstraints.Pair(a, b)));
  }

  private static boolean holds(Claim claim, String report) {
    return claim.statements().stream().anyMatch(one -> one.at().report().equals(report));
  }
}
