/**
 * Part of stage 3: how many. Private to the stage. Example: in "at least 90 of the 270 girls" the
 * number 90 is bounded from below and part of 270, which counts girls.
 */
@NullMarked
package org.twosource.annotate.quantity;

import org.jspecify.annotations.NullMarked;
