/**
 * Stage 5: which reports tell of one event. Reports are placed as they arrive, on lexical evidence,
 * with a vector only where that leaves it open; stories open, grow, merge and split with stable
 * ids. Example: two quakes a year apart are two stories.
 */
@NullMarked
package org.twosource.story;

import org.jspecify.annotations.NullMarked;
