/**
 * Stage 3: a text to what it says: names, dates, who says what, events, certainty, grammar and
 * vectors. One encoder pass a sentence feeds many small heads; rules that a reader can check do the
 * rest. Example: {@code "“...,” Xi told Gates"} has a direct quotation whose source is the entity
 * Xi Jinping.
 *
 * <p>Each kind of finding has a package of its own, which does not know the others; {@link
 * org.twosource.annotate.StandardAnnotator} alone knows all and composes the stage. A part
 * implements {@link org.twosource.annotate.TextAnnotator}: it gets what was found in a text so far
 * and the text's token states ({@link org.twosource.encode.TextEncoding}), and answers with a copy
 * that holds its own finding besides; it is one line in {@code StandardAnnotator.with}. Within a
 * text, mentions point to entities of that text; a {@link org.twosource.annotate.StoryLinker} joins
 * them over the story, and attributions and events follow through the mentions.
 */
@NullMarked
package org.twosource.annotate;

import org.jspecify.annotations.NullMarked;
