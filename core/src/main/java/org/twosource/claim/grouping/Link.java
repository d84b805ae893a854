package org.twosource.claim.grouping;

/**
 * Two entries of a {@link WordingIndex} that were found alike, {@code a < b}.
 *
 * @param probability that they state the same, 0 to 1
 */
record Link(int a, int b, double probability) {}
