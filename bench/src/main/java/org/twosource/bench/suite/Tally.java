package org.twosource.bench.suite;

/** How many of the things looked at were as wished. One thread at a time. */
public final class Tally {
  private int hits;
  private int all;

  public void add(boolean hit) {
    hits += hit ? 1 : 0;
    all++;
  }

  public void addAll(Tally other) {
    hits += other.hits;
    all += other.all;
  }

  public int hits() {
    return hits;
  }

  public int all() {
    return all;
  }

  /** From 0 to 1; 0 when nothing was looked at. */
  public double share() {
    return all == 0 ? 0 : (double) hits / all;
  }
}
