package org.twosource.brief.render.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twosource.report.Citation;
import org.twosource.report.Span;

class ClaimsOfLineTest {
  private static final List<Citation> LINE = List.of(at("a", 10, 60), at("b", 0, 40));

  private static Citation at(String report, int start, int end) {
    return new Citation(report, new Span(start, end));
  }

  private static List<String> claims(Map<String, List<Citation>> statements) {
    return ClaimsOfLine.of(LINE, statements.keySet().stream().sorted().toList(), statements::get);
  }

  @Test
  void aClaimThatIsStatedElsewhereInTheReportsIsNotOfTheLine() {
    assertThat(claims(Map.of("c1", List.of(at("a", 60, 90), at("c", 10, 60))))).isEmpty();
  }

  @Test
  void theClaimThatMoreOfTheCitedReportsStateComesFirst() {
    assertThat(
            claims(
                Map.of(
                    "c1", List.of(at("a", 10, 30), at("a", 40, 60)),
                    "c2", List.of(at("b", 20, 40), at("a", 10, 30)))))
        .containsExactly("c2", "c1");
  }

  @Test
  void ofManyThatAreStatedAlikeTheFirstThreeAreNamed() {
    List<Citation> there = List.of(at("b", 0, 5));
    assertThat(claims(Map.of("c1", there, "c2", there, "c3", there, "c4", there)))
        .containsExactly("c1", "c2", "c3");
  }
}
