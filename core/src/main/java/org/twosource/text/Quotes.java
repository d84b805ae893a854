package org.twosource.text;

import java.util.List;
import org.twosource.report.Span;

/**
 * What stands between quotation marks in one text, read once. Immutable.
 *
 * @param all in text order; quotations do not overlap, nested ones lie inside them
 */
public record Quotes(List<Quote> all) {
  /** A text in which nothing is quoted. */
  public static final Quotes NONE = new Quotes(List.of());

  public Quotes {
    all = List.copyOf(all);
  }

  /** The quotations that stand by themselves, in text order, not overlapping. */
  public List<Quote> outer() {
    return all.stream().filter(Quote::isOuter).toList();
  }

  /** The words of {@link #outer}, marks excluded. */
  public List<Span> spans() {
    return all.stream().filter(Quote::isOuter).map(Quote::inside).toList();
  }
}
