package org.twosource.claim;

import org.twosource.report.Citation;

/**
 * What a report says that is like a claim and does not surely state it. It counts for nothing.
 *
 * @param score how like it is, 0 to 1: the probability of the model of likeness
 */
public record Related(Citation at, double score) {}
