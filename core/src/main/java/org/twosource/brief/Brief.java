package org.twosource.brief;

import java.util.List;
import java.util.Locale;

/** The account of a story in 5 to 12 lines; fewer where the reports do not carry more. */
public record Brief(List<Line> lines) {
  public Brief {
    lines = List.copyOf(lines);
  }

  /** How many lines a rewriter was asked for that ended so. */
  public long count(Rewriting.Outcome outcome) {
    return lines.stream()
        .flatMap(line -> line.rewriting().stream())
        .filter(rewriting -> rewriting.outcome() == outcome)
        .count();
  }

  /** What a rewriter made of the lines, for a reader; empty where none was asked. */
  public String rewritings() {
    if (lines.stream().allMatch(line -> line.rewriting().isEmpty())) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "Reworded by a model and checked against the cited words: %d of %d lines; refused: %d;"
            + " without an answer: %d.",
        count(Rewriting.Outcome.REWRITTEN),
        lines.size(),
        count(Rewriting.Outcome.REFUSED),
        count(Rewriting.Outcome.FAILED));
  }
}
