/**
 * Compares the wordings of a story and puts together what states the same. Private to the stage;
 * imports no other sub-package.
 */
@NullMarked
package org.twosource.claim.grouping;

import org.jspecify.annotations.NullMarked;
