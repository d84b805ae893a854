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
   * The roles. Body, turns of a transcript and captions are what the outlet says; only prose is
   * evidence of copying; credits and bylines are evidence of origin; all else is furniture: it
   * stands on the page and tells nothing of the event.
   */
  public enum Kind {
    BODY,
    /** A paragraph that begins with who speaks: "SMITH: ...", "Q: ...". */
    TRANSCRIPT_TURN,
    CAPTION,
    /** The caption of one of a numbered row of pictures. */
    GALLERY,
    /** Who a picture is from; it credits nobody for the text. */
    PHOTO_CREDIT,
    HEADLINE,
    /** What was posted elsewhere and is shown here, with its signature. */
    EMBED,
    NEWSLETTER,
    /** What the outlet says of its own text: a correction, what was added since. */
    CORRECTION,
    BOILERPLATE,
    CREDIT,
    BYLINE,
    RELATED_LINKS,
    DATELINE;

    /** The name used in the result: {@code related-links}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the outlet says it: prose and captions. */
    public boolean isSaid() {
      return isProse() || this == CAPTION;
    }

    /** Whether it is running text: body and the turns of a transcript. */
    public boolean isProse() {
      return this == BODY || this == TRANSCRIPT_TURN;
    }
  }
}
