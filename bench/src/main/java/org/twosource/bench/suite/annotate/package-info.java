/** What is read in one report: names, speakers, times, events, grammar. */
@NullMarked
package org.twosource.bench.suite.annotate;

import org.jspecify.annotations.NullMarked;
