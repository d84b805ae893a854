/**
 * Stage 4: what two texts share. A cheap index proposes candidates on arrival; the aligner finds
 * passages, sentence by sentence, with their manner; the word aligner reads the edits inside a
 * pair. Example: "to cool exploding tensions" and "to calm the eruption of tensions" are one
 * passage, reworded.
 */
@NullMarked
package org.twosource.reuse;

import org.jspecify.annotations.NullMarked;
