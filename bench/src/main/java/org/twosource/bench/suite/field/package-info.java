/** Public complaints rebuilt in small. */
@NullMarked
package org.twosource.bench.suite.field;

import org.jspecify.annotations.NullMarked;
