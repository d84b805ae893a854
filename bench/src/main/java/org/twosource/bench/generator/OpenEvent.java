package org.twosource.bench.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An event that is still reported, with the last drafts of each of its families. */
final class OpenEvent {
  private static final int DRAFTS = 6;
  private static final int FAMILIES = 24;

  final int number;
  final Scene scene;
  final List<Family> families = new ArrayList<>();
  private int toCome;

  /**
   * @param reports how many there will be
   */
  OpenEvent(int number, Scene scene, int reports) {
    this.number = number;
    this.scene = scene;
    this.toCome = reports;
  }

  /** An original and the latest of its copies. */
  static final class Family {
    final List<Printed> drafts = new ArrayList<>();
    final boolean wire;

    Family(boolean wire) {
      this.wire = wire;
    }

    /** Mostly the original; else one of its copies. */
    Printed parent(Random random) {
      return random.nextInt(3) > 0 ? drafts.getFirst() : drafts.get(random.nextInt(drafts.size()));
    }

    void keep(Printed printed) {
      if (drafts.size() == DRAFTS) {
        drafts.remove(1);
      }
      drafts.add(printed);
    }
  }

  /**
   * A draft that was printed.
   *
   * @param credited whether its dateline names the agency
   */
  record Printed(Draft draft, List<String> families, boolean credited) {}

  boolean isOver() {
    return toCome <= 0;
  }

  void count() {
    toCome--;
  }

  Family family(Random random) {
    return families.get(Vocabulary.zipf(random, families.size()));
  }

  void open(Family family) {
    if (families.size() == FAMILIES) {
      families.removeLast();
    }
    families.add(family);
  }
}
