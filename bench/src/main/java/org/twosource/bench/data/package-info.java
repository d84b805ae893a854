/**
 * Readers of the benchmark data that suites and heads share: one class a set, as records of what it
 * holds. Example: {@code LineageData.pairs(data)} are the labelled pairs of reports.
 */
@NullMarked
package org.twosource.bench.data;

import org.jspecify.annotations.NullMarked;
