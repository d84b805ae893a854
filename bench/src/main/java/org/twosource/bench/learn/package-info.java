/**
 * What is learned from the data, and measured on what was held out: used by the heads that write
 * weights and by the suites that hold every story, claim or fold out in turn.
 */
@NullMarked
package org.twosource.bench.learn;

import org.jspecify.annotations.NullMarked;
