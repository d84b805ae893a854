/**
 * Part of stage 3: how sure a text is of what it says. Private to the stage. Example: in "The talks
 * may fail" the word "may" is a hedge, and the clause is possible rather than a fact.
 */
@NullMarked
package org.twosource.annotate.certainty;

import org.jspecify.annotations.NullMarked;
