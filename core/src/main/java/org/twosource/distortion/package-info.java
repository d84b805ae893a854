/**
 * Stage 7: what copying changed on the way. One detector a kind of change reads the word alignment
 * and the annotations of a sentence and its copy; a change is charged to the report where it first
 * appears. Quotations are grouped over reports with all their wordings. Example: "came within a day
 * of happening" became "happened".
 */
@NullMarked
package org.twosource.distortion;

import org.jspecify.annotations.NullMarked;
