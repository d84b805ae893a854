package org.twosource.story;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.twosource.reuse.SavedForm;

/**
 * Which earlier reports share most of their rarer words with one: an inverted index over the
 * heaviest words of each report.
 *
 * <p>A word remembers the {@value #REPORTS_PER_WORD} latest reports that have it, so a look-up
 * costs the same whatever the number of reports. What is proposed depends on the reports that came
 * before and on their order, on nothing that was decided about them: sorted by word and order, the
 * same can be worked out on many machines. Shares are whole numbers ({@link FixedPoint}); of two
 * reports that share as much the earlier comes first.
 *
 * <p>Reports are numbered as they come, from 0. Keeps state; one thread at a time.
 */
final class NearReports {
  /** Reports remembered a word, the latest. */
  static final int REPORTS_PER_WORD = 64;

  /** Reports proposed for one. */
  static final int PROPOSED = 40;

  /**
   * Least share (L2, squared) of a report that lies in the words it has in common with one that is
   * proposed.
   */
  private static final int LEAST = FixedPoint.of(.01);

  /** Comes after the last word that is written. */
  private static final int END = -1;

  /** By word: the number of reports that had it, then the latest of them in a ring. */
  private int[][] latest = new int[1024][];

  private int[] shared = new int[1024];
  private int[] touched = new int[1024];
  private int size;

  /** The number of the next report. */
  int size() {
    return size;
  }

  /** The reports that share most with the one whose terms are given, nearest first. */
  int[] near(Terms terms) {
    int[] words = terms.strongest();
    int[] shares = new int[words.length];
    for (int at = 0; at < words.length; at++) {
      shares[at] = share(terms.weight(words[at]));
    }
    return near(words, shares);
  }

  /** How much of a report lies in a word of this weight (L2, squared); both in whole numbers. */
  static int share(long weight) {
    return (int) Math.max(1, weight * weight / FixedPoint.ONE);
  }

  /**
   * @param words the heaviest of the report
   * @param shares how much of the report lies in each
   */
  int[] near(int[] words, int[] shares) {
    int count = 0;
    for (int place = 0; place < words.length; place++) {
      int word = words[place];
      int share = shares[place];
      int[] ring = word < latest.length ? latest[word] : null;
      if (ring == null) {
        continue;
      }
      for (int at = 1; at <= Math.min(ring[0], REPORTS_PER_WORD); at++) {
        if (shared[ring[at]] == 0) {
          touched[count++] = ring[at];
        }
        shared[ring[at]] += share;
      }
    }
    return best(count);
  }

  private int[] best(int count) {
    long[] ranked = new long[count];
    int enough = 0;
    for (int at = 0; at < count; at++) {
      int report = touched[at];
      if (shared[report] >= LEAST) {
        ranked[enough++] = (long) -shared[report] << 32 | report;
      }
      shared[report] = 0;
    }
    Arrays.sort(ranked, 0, enough);
    int[] near = new int[Math.min(PROPOSED, enough)];
    for (int at = 0; at < near.length; at++) {
      near[at] = (int) ranked[at];
    }
    return near;
  }

  /** Takes up the next report. */
  void add(Terms terms) {
    add(terms.strongest());
  }

  /** The report that each word forgets when the next one that has it comes; 0 where none. */
  int[] replacedBy(Terms terms) {
    int[] words = terms.strongest();
    int[] replaced = new int[words.length];
    for (int at = 0; at < words.length; at++) {
      int[] ring = words[at] < latest.length ? latest[words[at]] : null;
      int place = ring == null ? 0 : 1 + ring[0] % REPORTS_PER_WORD;
      replaced[at] = ring == null || place >= ring.length ? 0 : ring[place];
    }
    return replaced;
  }

  /**
   * Forgets the last report.
   *
   * @param replaced by it, as {@link #replacedBy} said before
   */
  void takeBack(Terms terms, int[] replaced) {
    int[] words = terms.strongest();
    for (int at = 0; at < words.length; at++) {
      int[] ring = latest[words[at]];
      ring[0]--;
      ring[1 + ring[0] % REPORTS_PER_WORD] = replaced[at];
    }
    size--;
  }

  /**
   * @param words the heaviest of the report
   */
  void add(int[] words) {
    if (size == shared.length) {
      shared = Arrays.copyOf(shared, 2 * size);
      touched = Arrays.copyOf(touched, 2 * size);
    }
    for (int word : words) {
      if (word >= latest.length) {
        latest = Arrays.copyOf(latest, Math.max(2 * latest.length, word + 1));
      }
      latest[word] = added(latest[word], size);
    }
    size++;
  }

  private static int[] added(int @org.jspecify.annotations.Nullable [] ring, int report) {
    if (ring == null) {
      return new int[] {1, report};
    }
    int at = 1 + ring[0] % REPORTS_PER_WORD;
    int[] next =
        at < ring.length ? ring : Arrays.copyOf(ring, 1 + Math.min(REPORTS_PER_WORD, 2 * ring[0]));
    next[at] = report;
    next[0]++;
    return next;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(size);
    out.writeInt(latest.length);
    for (int word = 0; word < latest.length; word++) {
      int[] ring = latest[word];
      if (ring != null) {
        out.writeInt(word);
        SavedForm.ints(out, ring, ring.length);
      }
    }
    out.writeInt(END);
  }

  static NearReports read(DataInputStream in) throws IOException {
    NearReports read = new NearReports();
    read.size = in.readInt();
    read.shared = new int[Math.max(read.shared.length, read.size)];
    read.touched = new int[read.shared.length];
    read.latest = new int[in.readInt()][];
    for (int word = in.readInt(); word != END; word = in.readInt()) {
      read.latest[word] = SavedForm.ints(in);
    }
    return read;
  }
}
