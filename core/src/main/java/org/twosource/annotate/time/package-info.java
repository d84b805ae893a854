/**
 * Part of stage 3: which days a text speaks of. Private to the stage. Example: "last Friday" in a
 * report of Monday 12 March is 9 March.
 */
@NullMarked
package org.twosource.annotate.time;

import org.jspecify.annotations.NullMarked;
