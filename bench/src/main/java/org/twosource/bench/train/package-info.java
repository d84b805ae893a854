/** Training of the learned parts. */
@org.jspecify.annotations.NullMarked
package org.twosource.bench.train;
