package org.twosource.bench;

import java.util.List;

/** The suites there are, written out by hand. */
final class Suites {
  private Suites() {}

  static List<Suite> standard() {
    return List.of(new org.twosource.bench.suite.TimeSuite());
  }
}
