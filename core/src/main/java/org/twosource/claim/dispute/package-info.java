/**
 * Finds what wordings do not agree on, inside a claim or across claims. Private to the stage;
 * imports no other sub-package.
 */
@NullMarked
package org.twosource.claim.dispute;

import org.jspecify.annotations.NullMarked;
