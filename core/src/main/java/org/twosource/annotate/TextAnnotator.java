package org.twosource.annotate;

import org.twosource.encode.TextEncoding;

/**
 * One part of the annotation of a text: names, grammar, dates, attribution, certainty, events.
 *
 * <p>Parts run in the order of {@link StandardAnnotator}; each gets what was found so far and
 * answers with a copy that holds its own finding besides ({@code soFar.withTimexes(...)}). It sees
 * one text; entities at this point are known within the text only, and a {@link StoryLinker} joins
 * them over the story afterwards. A part reads the encodings if they are there and goes by words
 * alone where they are not. Several threads may call it at once, for different texts.
 */
public interface TextAnnotator {
  Annotated annotate(Annotated soFar, TextEncoding encoding);
}
