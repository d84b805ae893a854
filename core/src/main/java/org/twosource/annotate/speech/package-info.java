/**
 * Part of stage 3: who says what. Private to the stage. Example: {@code "It is safe," the mayor
 * said} has the source "the mayor", the cue "said" and the content "It is safe".
 */
@NullMarked
package org.twosource.annotate.speech;

import org.jspecify.annotations.NullMarked;
