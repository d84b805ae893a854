package org.twosource.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.reuse.SentenceChain;

class CopyGroupsTest {
  private static final PairEvidence NOTHING =
      new PairEvidence(List.of(), 0, 0, 0, 0, 0, 0, 0, 0, 0, SentenceChain.NONE, true);

  private final List<PairJudgement> pairs = new ArrayList<>();

  @Test
  void oneSurePairJoinsTwoReports() {
    compared(0, 1, .81);
    assertThat(groups(2)).containsExactly(List.of(0, 1));
  }

  @Test
  void whatMayShareATextIsNotJoined() {
    compared(0, 1, .79);
    assertThat(groups(2)).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void theSameLikenessToEachOfFourCopiesIsNotEnough() {
    copies(0, 1, 2, 3);
    compared(0, 4, .7);
    compared(1, 4, .7);
    compared(2, 4, .7);
    compared(3, 4, .7);
    assertThat(groups(5)).containsExactly(List.of(0, 1, 2, 3), List.of(4));
  }

  @Test
  void aReportSurelyMadeFromOneMemberJoinsThoughTheOthersShareNothingWithIt() {
    copies(0, 1, 2);
    compared(2, 3, .95);
    assertThat(groups(4)).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void aRoundUpOfTwoFamiliesDoesNotJoinThem() {
    copies(0, 1, 2);
    copies(3, 4, 5);
    compared(0, 6, .97);
    compared(3, 6, .96);
    assertThat(groups(7)).containsExactly(List.of(0, 1, 2, 6), List.of(3, 4, 5));
  }

  @Test
  void printsThatWereNotComparedBecauseThereAreTooManyAreOneGroup() {
    int prints = 200;
    for (int a = 0; a < prints; a++) {
      for (int b = a + 1; b <= Math.min(prints - 1, a + 32); b++) {
        compared(a, b, .99);
      }
    }
    assertThat(groups(prints)).hasSize(1);
  }

  private void copies(int... reports) {
    for (int a = 0; a < reports.length; a++) {
      for (int b = a + 1; b < reports.length; b++) {
        compared(reports[a], reports[b], .99);
      }
    }
  }

  private void compared(int a, int b, double confidence) {
    pairs.add(new PairJudgement(a, b, NOTHING, confidence));
  }

  private List<List<Integer>> groups(int count) {
    pairs.sort(Comparator.comparingDouble((PairJudgement pair) -> -pair.confidence()));
    return List.copyOf(CopyGroups.of(count, pairs, List.of(), List.of()).values());
  }
}
