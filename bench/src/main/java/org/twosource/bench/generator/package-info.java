/**
 * A made-up news world: streams of 10 thousand to 1 million reports of which it is known who copied
 * whom and what copying changed. All words are invented; the same seed gives the same characters.
 *
 * <p>{@link org.twosource.bench.generator.ReportStream} is the door. A {@code Scene} is an event:
 * it writes {@code Statement}s around its facts; {@code Draft}s are what a desk has before it,
 * {@code CopyDesk} makes one draft of another and notes every {@link
 * org.twosource.bench.generator.Change}; {@code PrintShop} sets a draft as the report of an outlet.
 */
@NullMarked
package org.twosource.bench.generator;

import org.jspecify.annotations.NullMarked;
