package org.twosource.text;

import java.util.Locale;
import org.twosource.report.Span;

/**
 * A stretch of the body that plays one role. Parts do not overlap and are in text order.
 *
 * @param span offsets into the report's body
 */
public record Part(Kind kind, Span span) {

  /**
   * The roles. Body and captions are what the outlet says; only body prose is evidence of copying;
   * credits are evidence of origin; related links and boilerplate are neither.
   */
  public enum Kind {
    BODY,
    CAPTION,
    HEADLINE,
    BOILERPLATE,
    CREDIT,
    RELATED_LINKS,
    DATELINE;

    /** The name used in the result: {@code related-links}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the outlet says it: body and captions. */
    public boolean isSaid() {
      return this == BODY || this == CAPTION;
    }
  }
}
