package org.twosource.archive;

/** Looks on while the stages run. */
interface Watch {
  Watch NONE =
      new Watch() {
        @Override
        public void begin(String stage, boolean kept) {}

        @Override
        public void end(String stage) {}
      };

  /**
   * @param kept whether the stage was done by an earlier run
   */
  void begin(String stage, boolean kept);

  void end(String stage);
}
