package org.twosource.annotate;

import org.twosource.report.Span;

/**
 * A statement-sized piece of a sentence and how it is put.
 *
 * @param span offsets into the report's body, inside one sentence
 * @param certainty from the cues over it and the attribution it stands in
 * @param negated whether a negation governs its main word
 */
public record Clause(Span span, int sentence, Certainty certainty, boolean negated) {}
