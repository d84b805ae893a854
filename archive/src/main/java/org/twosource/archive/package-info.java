/**
 * The pipeline over archives of millions of reports, on Apache Spark: wiring only, all algorithms
 * are those of {@code core}. Reports go in as files or tables; out come tables of reports, texts,
 * candidates, stories, derivations and families, the same whatever the number of machines.
 *
 * <p>Start at {@link org.twosource.archive.Job}: the stages in order.
 */
@NullMarked
package org.twosource.archive;

import org.jspecify.annotations.NullMarked;
