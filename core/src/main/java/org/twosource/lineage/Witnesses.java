package org.twosource.lineage;

import java.util.function.IntUnaryOperator;

/**
 * The third reports beside a pair, asked which words they use. What independent reporters of one
 * event all say is no sign that one of two copied the other.
 *
 * @param count of third reports
 * @param having how many of them have a word, by the hash of its stem, as in {@link ProseWords}
 */
record Witnesses(int count, IntUnaryOperator having) {
  /** No third report is known. */
  static final Witnesses NONE = new Witnesses(0, stem -> 0);

  /**
   * How likely one more report of the event has the word: (reports with it + 1) / (reports + 2),
   * Laplace's rule of succession; one half where there are none.
   *
   * @param stem hash of the word's stem
   */
  double share(int stem) {
    return (having.applyAsInt(stem) + 1.0) / (count + 2.0);
  }
}
