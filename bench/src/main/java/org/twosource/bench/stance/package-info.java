/**
 * The stance of headlines towards a claim: a benchmark of the field, and no part of the product.
 */
@NullMarked
package org.twosource.bench.stance;

import org.jspecify.annotations.NullMarked;
