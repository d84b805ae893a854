/** One file a suite. */
@NullMarked
package org.twosource.bench.suite;

import org.jspecify.annotations.NullMarked;
