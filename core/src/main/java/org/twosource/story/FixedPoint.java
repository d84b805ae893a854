package org.twosource.story;

/**
 * Shares as whole numbers. What is summed over the reports of a story is summed exactly, so a sum
 * does not depend on the order in which its parts came: not on the order of a merge, and not on the
 * machine.
 */
final class FixedPoint {
  private static final int BITS = 16;

  /** What stands for 1. */
  static final int ONE = 1 << BITS;

  private static final double PRODUCT = (double) ONE * ONE;

  private FixedPoint() {}

  /**
   * @param share -1 to 1
   */
  static int of(double share) {
    return (int) Math.round(share * ONE);
  }

  static double value(long sum) {
    return (double) sum / ONE;
  }

  /** The value of a sum of products of two such numbers. */
  static double ofProducts(long sum) {
    return sum / PRODUCT;
  }
}
