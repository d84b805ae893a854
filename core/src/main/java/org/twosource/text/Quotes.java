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

  /**
   * Whether a quotation begins or ends in a stretch of the text and is not whole in it; one that
   * lacks a mark never is. A stretch inside a quotation cuts none.
   */
  public boolean areCutBy(Span stretch) {
    return all.stream()
        .filter(quote -> quote.whole().overlaps(stretch) && !quote.inside().contains(stretch))
        .anyMatch(quote -> !quote.balanced() || !stretch.contains(quote.whole()));
  }

  /** The words of {@link #outer}, marks excluded. */
  public List<Span> spans() {
    return all.stream().filter(Quote::isOuter).map(Quote::inside).toList();
  }
}
