/**
 * Reads the wordings of a story, clause by clause, and the amounts in them. Private to the stage;
 * imports no other sub-package.
 */
@NullMarked
package org.twosource.claim.wording;

import org.jspecify.annotations.NullMarked;
