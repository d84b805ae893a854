package org.twosource.report.format;

import org.twosource.report.Limits;

/**
 * What one input may grow to while it is unpacked, whatever lies in what: one budget for a file and
 * all archives and packed pages in it. For one thread.
 */
public final class Expansion {
  /** Growth below this is no bomb, whatever its ratio. */
  private static final long HARMLESS_BYTES = 16L << 20;

  private final long packed;
  private final Limits limits;
  private long expanded;

  /**
   * @param packedBytes the size of the input
   */
  public Expansion(long packedBytes, Limits limits) {
    this.packed = Math.max(1, packedBytes);
    this.limits = limits;
  }

  /** Adds bytes and says which limit they pass; "" when none. */
  public String add(long bytes) {
    expanded += bytes;
    if (expanded > limits.expandedBytes()) {
      return "it grows to " + Limits.beyond("expanded-bytes", limits.expandedBytes());
    }
    if (expanded > HARMLESS_BYTES && expanded / packed > limits.expansionRatio()) {
      return "it grows more than " + limits.expansionRatio() + " times, the limit";
    }
    return "";
  }
}
