package org.twosource.claim;

import java.util.List;

/**
 * Statements of one or more reports that state the same.
 *
 * @param id {@code c1}, {@code c2} ... in a story
 * @param text a statement from the report nearest the origin
 * @param statements in story order, then text order
 * @param reports how many reports state it
 * @param families how many independent sources state it
 * @param informants who is said to know it, without repetition
 * @param why the reason for every merge and every collapse, in words
 */
public record Claim(
    String id,
    String text,
    List<Statement> statements,
    int reports,
    int families,
    List<String> informants,
    Standing standing,
    List<Dispute> disputes,
    List<String> why) {
  public Claim {
    statements = List.copyOf(statements);
    informants = List.copyOf(informants);
    disputes = List.copyOf(disputes);
    why = List.copyOf(why);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a claim without a statement: " + text);
    }
  }
}
