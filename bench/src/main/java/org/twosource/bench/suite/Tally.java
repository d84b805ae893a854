package org.twosource.bench.suite;

/** How many of the things looked at were as wished. One thread at a time. */
final class Tally {
  private int hits;
  private int all;

  void add(boolean hit) {
    hits += hit ? 1 : 0;
    all++;
  }

  void addAll(Tally other) {
    hits += other.hits;
    all += other.all;
  }

  int hits() {
    return hits;
  }

  int all() {
    return all;
  }

  /** From 0 to 1; 0 when nothing was looked at. */
  double share() {
    return all == 0 ? 0 : (double) hits / all;
  }
}
