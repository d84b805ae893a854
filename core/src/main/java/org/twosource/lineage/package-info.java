/**
 * Stage 6: who copied whom. Alignments become derivations with degree, manner, direction and
 * confidence; derivations become families, each one source, with an unseen original where copies
 * agree beyond what any present report explains. Example: two reports share passages that a third,
 * fuller-looking one lacks, so none of the three is the original.
 */
@NullMarked
package org.twosource.lineage;

import org.jspecify.annotations.NullMarked;
