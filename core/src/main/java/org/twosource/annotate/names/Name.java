package org.twosource.annotate.names;

import org.twosource.annotate.EntityType;
import org.twosource.report.Span;

/**
 * A stretch that looks like a name, before it is known whose.
 *
 * @param span offsets into the report's body, without titles and possessive endings
 * @param confidence 0 to 1
 */
public record Name(Span span, EntityType type, double confidence) implements Comparable<Name> {
  /** A tagger as sure as this tells a firm, team or town from the person it is named after. */
  static final double SURE_OF_NAMESAKE = 0.9;

  /** The order of the text. */
  @Override
  public int compareTo(Name other) {
    return span.compareTo(other.span);
  }
}
