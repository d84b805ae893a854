package org.twosource.brief;

import org.twosource.claim.Standing;

/**
 * What a sentence is worth to a brief. The numbers are chosen on the brief suite.
 *
 * @param salience of the sentence, 0 to 1
 * @param isWhole whether several sources state it in whole
 * @param steps of copying between its report and the origin
 * @param strangers people whom it names by a part of the name and no line has introduced
 */
record LineWorth(double salience, boolean isWhole, int steps, long strangers) {
  /** What uncovered claims can add to a line's worth; see the brief suite. */
  private static final double CLAIMS = 0.3;

  /** What a line loses that earlier lines say wholly. */
  private static final double REPEATED = 0.4;

  /** What a step of copying from the origin costs. */
  private static final double STEP = 0.02;

  /** What each person costs whom a line names by a part of the name and no line has introduced. */
  private static final double STRANGER = 0.02;

  /** What the logarithm of the families behind an opening adds. */
  private static final double FAMILIES = 0.02;

  /** What a line gains that several sources state in whole. */
  private static final double WHOLE = 0.1;

  /** What an opening loses that is not the first sentence. */
  private static final double LATE = 0.05;

  /** A claim at this place counts half as much as the first. */
  private static final double HALVED_AT = 20;

  /**
   * How well it says what happened. Whether it is disputed does not count.
   *
   * @param families the most behind a claim that it states
   * @param fromHead sentences before it
   */
  double asOpening(int families, int fromHead) {
    return alone() + FAMILIES * Math.log1p(families) - LATE * fromHead;
  }

  /**
   * What it adds to the lines that are taken.
   *
   * @param claims what the claims in it weigh that no line states
   * @param said share of it that a line says already, 0 to 1
   */
  double asFurtherLine(double claims, double said) {
    return alone() + CLAIMS * claims / (2 + claims) - REPEATED * said;
  }

  private double alone() {
    return salience + (isWhole ? WHOLE : 0) - STEP * steps - STRANGER * strangers;
  }

  /**
   * What a claim weighs that no line states yet.
   *
   * @param rank its place among the claims of the story, from 0
   */
  static double ofClaim(Standing standing, int reports, int families, int rank) {
    double known =
        switch (standing) {
          case CORROBORATED, DISPUTED -> 1.0;
          case ONE_INFORMANT -> 0.6;
          case SINGLE_ORIGIN -> 0.35;
        };
    return known * (Math.log1p(reports) + Math.log1p(families)) / (1 + rank / HALVED_AT);
  }
}
