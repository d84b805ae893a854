package org.twosource.archive;

/** Looks on while the stages run, one after another, some within others. */
interface Watch {
  Watch NONE = (stage, kept) -> {};

  /**
   * A stage begins.
   *
   * @param kept whether it was done by an earlier run
   */
  void begin(String stage, boolean kept);
}
