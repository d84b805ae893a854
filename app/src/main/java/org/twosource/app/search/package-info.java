/**
 * Search by words: {@link org.twosource.app.search.SearchIndex} keeps an index of the pages of a
 * store and answers a query with the passage that fits it best. In: a store and what a person
 * typed, {@code "reactor leak" outlet:herald -drill}. Out: pages, the story each is in, and
 * offsets. The index is derived: it follows the receipts of the store and is made again when
 * damaged. Lucene is imported in this package alone.
 */
@NullMarked
package org.twosource.app.search;

import org.jspecify.annotations.NullMarked;
