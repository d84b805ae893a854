package org.twosource.claim;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.twosource.report.Span;

/**
 * One side of a dispute: what some statements of a claim answer.
 *
 * @param statements indices into {@link Claim#statements()} of those that give the answer, the one
 *     it was read in first
 * @param span where the first gives it; offsets into its report's body
 * @param words of that place, white space made one blank
 * @param answer what the words say, equal where the answers are: a date, a number with its unit,
 *     the entity of a place or an actor; else the words
 * @param superseded whether a later report has overtaken it
 */
public record DisputeSide(
    List<Integer> statements, Span span, String words, String answer, boolean superseded) {
  public DisputeSide {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a side without a statement: " + words);
    }
  }

  /** The statement it was read in. */
  public int statement() {
    return statements.getFirst();
  }

  public DisputeSide supersededIf(boolean so) {
    return new DisputeSide(statements, span, words, answer, so);
  }

  public DisputeSide withStatements(List<Integer> more) {
    return new DisputeSide(more, span, words, answer, superseded);
  }

  /** The side with every statement at another index. */
  DisputeSide moved(IntUnaryOperator to) {
    return withStatements(statements.stream().map(to::applyAsInt).toList());
  }
}
