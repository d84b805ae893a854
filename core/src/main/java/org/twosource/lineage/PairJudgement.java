package org.twosource.lineage;

/**
 * Two reports that share something, judged.
 *
 * @param a place of the first report in the story
 * @param b place of the second
 * @param confidence that one was made from the other or both from a third text; calibrated, 0 to 1
 */
record PairJudgement(int a, int b, PairEvidence evidence, double confidence) {}
