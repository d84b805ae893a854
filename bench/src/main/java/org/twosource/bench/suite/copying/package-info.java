/** Copying between reports: candidates, alignment, lineage, distortion. */
@NullMarked
package org.twosource.bench.suite.copying;

import org.jspecify.annotations.NullMarked;
