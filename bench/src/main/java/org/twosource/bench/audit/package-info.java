/**
 * Findings of random stories as a worksheet for judging by eye, and the score of a filled one. The
 * sheet is blind: neither the build a row comes from nor that it is a repeat can be seen in it; the
 * key beside it knows.
 */
@NullMarked
package org.twosource.bench.audit;

import org.jspecify.annotations.NullMarked;
