/**
 * What may have changed between a sentence and its copy, proposed widely, with the evidence for and
 * against it: one proposer a sort of words. Nothing is decided here; the judge of the stage weighs
 * what is proposed.
 */
@NullMarked
package org.twosource.distortion.propose;

import org.jspecify.annotations.NullMarked;
