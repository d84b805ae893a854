/** Measures of quality, one class each: what is right against what was found and what is there. */
@NullMarked
package org.twosource.bench.score;

import org.jspecify.annotations.NullMarked;
