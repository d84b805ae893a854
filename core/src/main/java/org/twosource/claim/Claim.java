package org.twosource.claim;

import java.util.List;
import org.twosource.report.Handle;

/**
 * Statements of one or more reports that state the same.
 *
 * @param handle its id is made of its first statement when it was made; labels {@code c1}, {@code
 *     c2} ... in a story
 * @param text a statement from the report nearest the origin, with its whole sentence where it is a
 *     part that does not read by itself
 * @param statements in story order, then text order
 * @param reports how many reports state it
 * @param families how many independent sources state it
 * @param informants who is said to know it, without repetition
 * @param why what decided its standing, in words: every collapse and every decision of the reader
 * @param merges why its statements are one claim, one fewer than there are statements
 * @param collapses why several reports count as one source
 */
public record Claim(
    Handle handle,
    String text,
    List<Statement> statements,
    int reports,
    int families,
    List<String> informants,
    Standing standing,
    List<Dispute> disputes,
    List<String> why,
    List<Merge> merges,
    List<Collapse> collapses) {
  public Claim {
    statements = List.copyOf(statements);
    informants = List.copyOf(informants);
    disputes = List.copyOf(disputes);
    why = List.copyOf(why);
    merges = List.copyOf(merges);
    collapses = List.copyOf(collapses);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a claim without a statement: " + text);
    }
  }

  public String id() {
    return handle.id();
  }

  /** For people: {@code c1}. */
  public String label() {
    return handle.label();
  }

  public Claim withHandle(Handle other) {
    return new Claim(
        other,
        text,
        statements,
        reports,
        families,
        informants,
        standing,
        disputes,
        why,
        merges,
        collapses);
  }

  public Claim withCollapses(List<Collapse> others) {
    return new Claim(
        handle,
        text,
        statements,
        reports,
        families,
        informants,
        standing,
        disputes,
        why,
        merges,
        others);
  }
}
