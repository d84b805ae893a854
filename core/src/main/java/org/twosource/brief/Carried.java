package org.twosource.brief;

import org.twosource.report.Span;

/**
 * A part of a brief's line that several sources state.
 *
 * @param span offsets into the line's text
 * @param families how many independent sources state it, 2 or more
 */
public record Carried(Span span, int families) {}
