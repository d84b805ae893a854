/**
 * Part of stage 7: one class a kind of change, and what several of them read. A detector takes a
 * {@link org.twosource.distortion.SentencePair} and gives {@link
 * org.twosource.distortion.Finding}s; {@link org.twosource.distortion.Detectors} is the table of
 * them. Example: {@code HedgeDropped} finds "may have been" before and "was" after.
 */
@NullMarked
package org.twosource.distortion.detect;

import org.jspecify.annotations.NullMarked;
