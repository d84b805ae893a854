/**
 * Measured quality and speed. {@link org.twosource.bench.Bench} runs suites over the benchmark data
 * and prints one table; a suite is one file in {@code suite} and one line in {@code
 * Suites.standard()}. Suites and the heads of {@code train} do not import each other: what both
 * need lies in {@code data}, {@code learn} and {@code score}.
 */
@NullMarked
package org.twosource.bench;

import org.jspecify.annotations.NullMarked;
