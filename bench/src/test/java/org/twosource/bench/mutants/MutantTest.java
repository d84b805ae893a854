package org.twosource.bench.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantTest {

  private static List<String> changes(String... lines) {
    return Mutant.of(
            "claim", Path.of("A.java"), List.of(lines), line -> lines[line].contains("share"))
        .stream()
        .map(mutant -> mutant.after().strip())
        .toList();
  }

  @Test
  void everyPieceOfALineThatDecidesIsAMutantOfItsOwn() {
    assertEquals(
        List.of("if (a || b < 3) {", "if (a && b <= 3) {"), changes("  if (a && b < 3) {"));
    assertEquals(List.of("return false;"), changes("    return true;"));
    assertEquals(
        List.of("private static final int MIN_WORDS = 2 * 4;"),
        changes("  private static final int MIN_WORDS = 4;"));
    assertEquals(List.of(), changes("  private static final double LEAST = 0.0;"));
  }

  @Test
  void theBoundOfARealNumberIsNoRuleButTheNumberIs() {
    assertEquals(
        List.of("private static final double MIN_SHARE = 2 * 0.5;"),
        changes("  private static final double MIN_SHARE = 0.5;", "  if (share >= MIN_SHARE) {"));
  }

  @Test
  void commentsWordsInQuotesAndTypeParametersAreLeftAlone() {
    assertEquals(
        List.of(), changes(" * a && b", "  // return true;", "  say(\"a && b\");", "  List<A> x;"));
  }
}
