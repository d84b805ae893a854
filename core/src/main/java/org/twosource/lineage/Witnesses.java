package org.twosource.lineage;

/**
 * The third reports beside a pair, asked which words they use. What independent reporters of one
 * event all say is no sign that one of two copied the other.
 */
@FunctionalInterface
interface Witnesses {

  /**
   * How likely one more report of the event has the word: (reports with it + 1) / (reports + 2),
   * Laplace's rule of succession.
   *
   * @param stem hash of the word's stem, as in {@link ProseWords}
   */
  double share(int stem);

  /** No third report is known. */
  Witnesses NONE = stem -> .5;
}
