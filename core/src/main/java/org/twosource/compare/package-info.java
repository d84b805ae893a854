/**
 * Below stage 4, beside {@code encode}: how two statements stand to each other, learned. Two texts
 * come in, probabilities of {@link org.twosource.compare.StatementRelation} go out. Example: "The
 * ferry sank on Monday" and "Eleven died when the ferry sank on Monday": the second says all that
 * the first says and more. Lineage, distortions, claims and the check of drafts ask it where words
 * alone do not decide; it costs a hundred times what a comparison of words costs.
 */
@NullMarked
package org.twosource.compare;

import org.jspecify.annotations.NullMarked;
