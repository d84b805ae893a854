/**
 * Stage 3: a text to what it says: names, dates, who says what, events, certainty, grammar and
 * vectors. One encoder pass a sentence feeds many small heads; rules that a reader can check do the
 * rest. Example: {@code "“...,” Xi told Gates"} has a direct quotation whose source is the entity
 * Xi Jinping.
 */
@NullMarked
package org.twosource.annotate;

import org.jspecify.annotations.NullMarked;
