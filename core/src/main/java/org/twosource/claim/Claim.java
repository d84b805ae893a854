package org.twosource.claim;

import java.util.List;
import java.util.function.UnaryOperator;
import org.twosource.report.Handle;

/**
 * Statements of one or more reports that state the same.
 *
 * @param handle its id is made of its first statement when it was made; labels {@code c1}, {@code
 *     c2} ... in a story
 * @param text words of one report that, where several sources are counted, all of them state; where
 *     such are not known, a statement from the report nearest the origin, with its whole sentence
 *     where it is a part that does not read by itself
 * @param statements in story order, then text order
 * @param reports how many reports state it
 * @param families how many independent sources state it
 * @param informants who is said to know it, without repetition
 * @param why what decided its standing, in words: every collapse and every decision of the reader
 * @param merges why its statements are one claim, one fewer than there are statements
 * @param collapses why several reports count as one source
 * @param support the sources that {@code families} counts
 * @param related what other families say that is alike and not counted, the likest first
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
    List<Collapse> collapses,
    List<Backing> support,
    List<Related> related) {
  public Claim {
    statements = List.copyOf(statements);
    informants = List.copyOf(informants);
    disputes = List.copyOf(disputes);
    why = List.copyOf(why);
    merges = List.copyOf(merges);
    collapses = List.copyOf(collapses);
    support = List.copyOf(support);
    related = List.copyOf(related);
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
        collapses,
        support,
        related);
  }

  /** The same claim, its families under other ids. */
  public Claim withFamilies(UnaryOperator<String> id) {
    return new Claim(
        handle,
        text,
        statements.stream().map(one -> one.withFamily(id.apply(one.family()))).toList(),
        reports,
        families,
        informants,
        standing,
        disputes,
        why,
        merges,
        collapses.stream()
            .map(one -> new Collapse(one.by(), id.apply(one.name()), one.reports(), one.evidence()))
            .toList(),
        support.stream().map(one -> one.withFamily(id.apply(one.family()))).toList(),
        related);
  }
}
