package org.twosource.reuse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which earlier reports have the grams of one, and how much the grams weigh that they share: an
 * inverted index that {@link SampledNgramIndex} ranks by.
 *
 * <p>A gram weighs {@code 1 - ln(df) / ln(reports + 1)}, in whole numbers. So the index can be
 * divided by gram: where several of these hold a part of all grams each, and every report is shown
 * to all of them with its grams of that part, their sums add up to those of one that holds all.
 *
 * <p>A gram remembers the {@value #MAX_REPORTS} latest reports that have it, and only the number of
 * all. Reports are numbered as they come, from 0. Keeps state; one thread at a time.
 */
public final class SharedGrams {
  /** Reports remembered a gram, latest first. */
  static final int MAX_REPORTS = 64;

  /** What stands for a weight of 1: whole numbers add up to the same in any order. */
  static final int ONE = 1 << 16;

  /** Few enough that where they lie is always at hand, and many enough to grow one at a time. */
  private static final int TABLE_BITS = 4;

  private final GramTable[] tables = new GramTable[1 << TABLE_BITS];
  private final Postings postings = new Postings();
  private int[] shared = new int[1024];
  private int[] touched = new int[1025]; // one more than reports
  private int size;
  private long steps;
  private int all;

  // room for one report
  private int[] values = {};
  private int[] shares = {};

  public SharedGrams() {
    Arrays.setAll(tables, at -> new GramTable());
  }

  /**
   * What a report shares with earlier ones.
   *
   * @param all weight of its grams when it was looked up
   * @param weight of its grams once it was added, which later reports are measured by
   * @param reports earlier reports by their number, in no order
   * @param sums weight of what each of them shares
   */
  public record Shares(int all, int weight, int[] reports, int[] sums) {}

  /**
   * Looks up the next report and adds it.
   *
   * @param grams each once
   */
  public Shares next(long[] grams) {
    int count = look(grams, grams.length);
    int[] reports = Arrays.copyOf(touched, count);
    int[] sums = new int[count];
    for (int at = 0; at < count; at++) {
      sums[at] = take(at);
    }
    int found = all;
    return new Shares(found, add(grams, grams.length), reports, sums);
  }

  /** What is kept of a gram: two that have it in common are taken for one another. */
  public static long mark(long gram) {
    return gram >>> 32 - TABLE_BITS;
  }

  long steps() {
    return steps;
  }

  /** The memory of tables and postings, in bytes. */
  long bytes() {
    long sum = postings.bytes() + 4L * (shared.length + touched.length);
    for (GramTable table : tables) {
      sum += table.bytes();
    }
    return sum;
  }

  /** The weight of all grams of the report that was looked up last. */
  int all() {
    return all;
  }

  /** The number of a report that was met when one was looked up. */
  int met(int at) {
    return touched[at];
  }

  /** What it shares; once. */
  int take(int at) {
    int report = touched[at];
    int sum = shared[report];
    shared[report] = 0;
    return sum;
  }

  /** Adds the next report; the weight of its grams. */
  int add(long[] grams, int count) {
    int report = size++;
    if (size == shared.length) {
      shared = Arrays.copyOf(shared, 2 * size);
      touched = Arrays.copyOf(touched, 2 * size + 1);
    }
    int weight = 0;
    Rarity rarity = new Rarity(size);
    for (int at = 0; at < count; at++) {
      long gram = grams[at];
      GramTable table = table(gram);
      int slot = table.slot(gram);
      int value = table.value(slot);
      int next = value == GramTable.FREE ? report + 1 : postings.add(value, report);
      table.put(slot, gram, next);
      weight += rarity.of(value == GramTable.FREE ? 1 : postings.count(next));
    }
    return weight;
  }

  /** Looks up a report; the number of reports met, each of which is then to be taken. */
  int look(long[] grams, int gramCount) {
    if (values.length < gramCount) {
      values = new int[2 * gramCount];
      shares = new int[values.length];
    }
    // Tables are read in one go, and postings after them: the waits for memory of one go overlap.
    for (int at = 0; at < gramCount; at++) {
      values[at] = table(grams[at]).value(grams[at]);
    }
    Rarity rarity = new Rarity(size);
    all = 0;
    for (int at = 0; at < gramCount; at++) {
      int value = values[at];
      shares[at] = value == GramTable.FREE ? ONE : rarity.of(postings.count(value) + 1);
      all += shares[at];
    }
    int count = 0;
    for (int at = 0; at < gramCount; at++) {
      if (values[at] != GramTable.FREE) {
        count = share(values[at], shares[at], count);
      }
    }
    return count;
  }

  /** Adds a gram's weight to all reports that it remembers; the number of reports touched. */
  private int share(int value, int weight, int count) {
    int[] sums = shared;
    if (value > 0) {
      int report = value - 1;
      steps += 2;
      touched[count] = report;
      boolean isNew = sums[report] == 0;
      sums[report] += weight;
      return isNew ? count + 1 : count;
    }
    int[] page = postings.page(value);
    int first = Postings.offset(value) + 1;
    int stored = postings.stored(value);
    steps += stored + 1;
    int[] reports = touched;
    int next = count;
    for (int at = first; at < first + stored; at++) {
      int report = page[at];
      int before = sums[report];
      sums[report] = before + weight;
      reports[next] = report;
      next += before == 0 ? 1 : 0;
    }
    return next;
  }

  private GramTable table(long gram) {
    return tables[(int) (gram >>> 64 - TABLE_BITS)];
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(steps);
    for (GramTable table : tables) {
      table.write(out);
    }
    postings.write(out);
  }

  /**
   * What was written.
   *
   * @param reports that had been added
   */
  static SharedGrams read(DataInputStream in, int reports) throws IOException {
    SharedGrams read = new SharedGrams();
    read.size = reports;
    int room = Math.max(read.shared.length, reports + 1);
    read.shared = new int[room];
    read.touched = new int[room + 1];
    read.steps = in.readLong();
    for (GramTable table : read.tables) {
      table.read(in);
    }
    read.postings.read(in);
    return read;
  }

  /** Weights of grams while the index has a certain number of reports. */
  private static final class Rarity {
    private static final double[] LOGARITHMS = new double[1024];

    static {
      for (int count = 1; count < LOGARITHMS.length; count++) {
        LOGARITHMS[count] = Math.log(count);
      }
    }

    private final double scale;

    Rarity(int reports) {
      scale = 1 / Math.log(reports + 2.0);
    }

    int of(int reports) {
      double logarithm = reports < LOGARITHMS.length ? LOGARITHMS[reports] : Math.log(reports);
      return reports <= 1 ? ONE : (int) Math.round(ONE * Math.max(.02, 1 - logarithm * scale));
    }
  }

  /**
   * Open addressing from gram to value: a report's number plus one, or minus the place of a block
   * of {@link Postings} minus one. Of a gram 32 bits are kept, besides those that choose the table:
   * at a million reports about one look-up in a thousand meets a stranger, and no single gram
   * decides.
   */
  private static final class GramTable {
    static final int FREE = 0;

    /**
     * A search without success looks at 6 slots at this load, and at 22 at .85 (Knuth, The Art of
     * Computer Programming 3, 6.4).
     */
    private static final double MAX_LOAD = .7;

    /** Mark in the upper half, value in the lower. */
    private long[] slots = new long[16];

    private int filled;

    int slot(long gram) {
      return slot(mark(gram));
    }

    private int slot(int mark) {
      int slot = (int) ((mark & 0xffffffffL) * slots.length >>> 32);
      while ((int) slots[slot] != FREE && (int) (slots[slot] >>> 32) != mark) {
        slot = slot + 1 == slots.length ? 0 : slot + 1;
      }
      return slot;
    }

    private static int mark(long gram) {
      return (int) (gram >>> 32 - TABLE_BITS);
    }

    int value(int slot) {
      return (int) slots[slot];
    }

    int value(long gram) {
      return (int) slots[slot(gram)];
    }

    void put(int slot, long gram, int value) {
      boolean isNew = (int) slots[slot] == FREE;
      slots[slot] = (long) mark(gram) << 32 | value & 0xffffffffL;
      if (isNew && ++filled > slots.length * MAX_LOAD) {
        grow();
      }
    }

    private void grow() {
      long[] old = slots;
      slots = new long[(int) Math.min(Integer.MAX_VALUE - 8, old.length * 14L / 10 + 8)];
      for (long entry : old) {
        if ((int) entry != FREE) {
          slots[slot((int) (entry >>> 32))] = entry;
        }
      }
    }

    long bytes() {
      return 8L * slots.length;
    }

    /** Free slots are left out: what is put into slots of the same number lies as it lay. */
    void write(DataOutputStream out) throws IOException {
      out.writeInt(slots.length);
      out.writeInt(filled);
      for (int slot = 0; slot < slots.length; slot++) {
        if ((int) slots[slot] != FREE) {
          out.writeInt(slot);
          out.writeLong(slots[slot]);
        }
      }
    }

    void read(DataInputStream in) throws IOException {
      slots = new long[in.readInt()];
      filled = in.readInt();
      for (int entry = 0; entry < filled; entry++) {
        slots[in.readInt()] = in.readLong();
      }
    }
  }

  /**
   * Blocks of report numbers in pages of integers. A block holds the number of all reports, then
   * the latest of them in a ring; it doubles until it holds {@value #MAX_REPORTS}. Blocks left
   * behind are used again.
   */
  private static final class Postings {
    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;

    /** Room of a block: 2, 4, 8 ... 64 reports. */
    private static final int SIZES = 6;

    private final List<int[]> pages = new ArrayList<>();
    private final int[][] left = new int[SIZES][16];
    private final int[] leftCount = new int[SIZES];
    private int next;

    /** The reports that ever had the gram. */
    int count(int value) {
      return value > 0 ? 1 : page(value)[offset(value)];
    }

    /** The reports remembered. */
    int stored(int value) {
      return Math.min(MAX_REPORTS, count(value));
    }

    /** The value that stands for all reports of {@code value} and one more. */
    int add(int value, int report) {
      if (value > 0) {
        int block = block(0);
        set(block, 0, value - 1);
        set(block, 1, report);
        page(block)[offset(block)] = 2;
        return block;
      }
      int count = count(value);
      int place = value;
      if (count >= 2 && count < MAX_REPORTS && Integer.bitCount(count) == 1) {
        place = larger(value, count);
      }
      set(place, count % MAX_REPORTS, report);
      page(place)[offset(place)] = count + 1;
      return place;
    }

    private int larger(int value, int count) {
      int size = Integer.numberOfTrailingZeros(count) - 1;
      int block = block(size + 1);
      System.arraycopy(page(value), offset(value), page(block), offset(block), count + 1);
      if (leftCount[size] == left[size].length) {
        left[size] = Arrays.copyOf(left[size], leftCount[size] * 2);
      }
      left[size][leftCount[size]++] = value;
      return block;
    }

    private int block(int size) {
      if (leftCount[size] > 0) {
        return left[size][--leftCount[size]];
      }
      int room = (2 << size) + 1;
      if ((next & PAGE - 1) + room > PAGE || pages.size() << PAGE_BITS <= next) {
        next = pages.size() << PAGE_BITS;
        pages.add(new int[PAGE]);
      }
      int block = -next - 1;
      next += room;
      return block;
    }

    private void set(int block, int at, int report) {
      page(block)[offset(block) + 1 + at] = report;
    }

    private int[] page(int value) {
      return pages.get(-value - 1 >>> PAGE_BITS);
    }

    private static int offset(int value) {
      return -value - 1 & PAGE - 1;
    }

    long bytes() {
      return 4L * PAGE * pages.size();
    }

    void write(DataOutputStream out) throws IOException {
      out.writeInt(next);
      for (int[] page : pages) {
        SavedForm.ints(out, page, PAGE);
      }
      for (int size = 0; size < SIZES; size++) {
        SavedForm.ints(out, left[size], leftCount[size]);
      }
    }

    void read(DataInputStream in) throws IOException {
      next = in.readInt();
      for (int page = 0; page << PAGE_BITS < next; page++) {
        pages.add(SavedForm.ints(in));
      }
      for (int size = 0; size < SIZES; size++) {
        int[] places = SavedForm.ints(in);
        leftCount[size] = places.length;
        left[size] = Arrays.copyOf(places, Math.max(left[size].length, places.length));
      }
    }
  }
}
