package org.twosource.app.search;

import java.util.List;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * A page that fits a query.
 *
 * @param at the page and its passage that fits best; empty at 0 where only the headline, the outlet
 *     or the like fits
 * @param marks the words of the query inside the passage, in order; offsets into the body
 * @param score above 0; of hits of one query the higher fits better
 */
public record Hit(Citation at, List<Span> marks, double score) {
  public Hit {
    marks = List.copyOf(marks);
  }
}
