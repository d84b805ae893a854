package org.twosource.claim.grouping;

/**
 * Two entries of a {@link WordingIndex} that were found alike, {@code a < b}.
 *
 * @param probability that they state the same, 0 to 1
 */
record LikePair(int a, int b, double probability) {}
