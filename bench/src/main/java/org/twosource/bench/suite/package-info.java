/** One file a suite, grouped by what is measured; here lies what they share. */
@NullMarked
package org.twosource.bench.suite;

import org.jspecify.annotations.NullMarked;
