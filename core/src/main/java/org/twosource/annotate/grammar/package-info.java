/**
 * Part of stage 3: the grammar of a sentence, by a learned parser. Private to the stage. Example:
 * in "The council rejected the plan" the root is "rejected" and "council" its subject.
 */
@NullMarked
package org.twosource.annotate.grammar;

import org.jspecify.annotations.NullMarked;
