package org.twosource.reuse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * An inverted index over a quarter of the word 4-grams of body prose, chosen by their hash, so that
 * the same sequence is chosen in every report.
 *
 * <p>A gram weighs {@code 1 - ln(df) / ln(reports + 1)}: 1 when a single report has it, near 0 when
 * many have. The score is containment: the weight of the shared grams over the weight of all grams
 * of the report that has less. (Containment rather than Jaccard: a cut of a long text shares all of
 * itself. MinHash at its usual thresholds misses half of such parents.)
 *
 * <p>What is found depends on the reports added before and on their order, and on nothing else:
 * weights are whole numbers, and of two candidates as near the earlier comes first. Added in the
 * order of {@link org.twosource.text.PublicationOrder}, the same reports give the same candidates
 * however they were handed over, and a distributed sort by gram and order gives them too.
 *
 * <p>A gram remembers the {@value #MAX_REPORTS} latest reports that have it, and only the number of
 * all: a phrase that everybody prints, a text printed by 500 outlets at once, or one gram shared
 * with everybody each cost at most that many steps. Of every report the index keeps its id and
 * three numbers, of every gram 8 bytes of table (some 13 with its free room) and, when several
 * reports have it, a block of their numbers. Everything lies in primitive arrays, sixteen tables
 * that grow one at a time.
 */
public final class SampledNgramIndex implements CandidateIndex {
  /** Reports remembered a gram, latest first. */
  static final int MAX_REPORTS = 64;

  /** Words a gram. */
  private static final int WORDS = 4;

  /** What stands for a weight of 1: whole numbers add up to the same in any order. */
  private static final int ONE = 1 << 16;

  /** What stands for a containment of 1. */
  private static final int WHOLE = 1 << 20;

  /**
   * Grams of a report that are kept, the first: some 130,000 words. The sum of their weights is
   * below 2^31.
   */
  private static final int MAX_GRAMS = Integer.MAX_VALUE / ONE;

  /** One gram in this many is kept; a power of 2. */
  private static final int SAMPLE = 4;

  /** Candidates named for a report. */
  private static final int MAX_CANDIDATES = 48;

  /** Reports share at least this much of the smaller one. */
  private static final double MIN_CONTAINMENT = .15;

  /** Few enough that where they lie is always at hand, and many enough to grow one at a time. */
  private static final int TABLE_BITS = 4;

  /** What the saved form is called, and its version. */
  private static final String SAVED = "candidate index";

  private static final int FORM = 1;

  private final GramTable[] tables = new GramTable[1 << TABLE_BITS];
  private final Postings postings = new Postings();
  private final List<String> ids = new ArrayList<>();
  private int[] weights = new int[1024];
  private int[] shared = new int[1024];
  private int[] touched = new int[1025]; // one more than reports
  private long steps;
  private @Nullable Text read;
  private int gramCount;

  // room for one report
  private long[] grams = new long[256];
  private long[] seen = {};
  private int[] values = {};
  private int[] shares = {};

  public SampledNgramIndex() {
    Arrays.setAll(tables, at -> new GramTable());
  }

  /**
   * The index that was written.
   *
   * @throws SavedForm.UnreadableException when the bytes are no index, damaged or of a newer form
   */
  public static SampledNgramIndex read(InputStream from) throws IOException {
    return SavedForm.read(from, SAVED, FORM, SampledNgramIndex::new);
  }

  private SampledNgramIndex(DataInputStream in) throws IOException {
    this();
    int reports = in.readInt();
    for (int at = 0; at < reports; at++) {
      ids.add(SavedForm.text(in));
    }
    int room = Math.max(weights.length, reports);
    weights = Arrays.copyOf(SavedForm.ints(in), room);
    shared = new int[room];
    touched = new int[room + 1];
    steps = in.readLong();
    for (GramTable table : tables) {
      table.read(in);
    }
    postings.read(in);
  }

  @Override
  public void write(OutputStream to) throws IOException {
    SavedForm.write(
        to,
        SAVED,
        FORM,
        out -> {
          out.writeInt(ids.size());
          for (String id : ids) {
            SavedForm.text(out, id);
          }
          SavedForm.ints(out, weights, ids.size());
          out.writeLong(steps);
          for (GramTable table : tables) {
            table.write(out);
          }
          postings.write(out);
        });
  }

  @Override
  public int size() {
    return ids.size();
  }

  /** The number of postings looked at so far: the work done, for tests and measurements. */
  public long steps() {
    return steps;
  }

  /** The memory of the tables and postings, in bytes; ids not counted. */
  public long bytes() {
    long sum = postings.bytes() + 4L * (weights.length + shared.length + touched.length);
    for (GramTable table : tables) {
      sum += table.bytes();
    }
    return sum;
  }

  @Override
  public void add(Text text) {
    read(text);
    int report = ids.size();
    ids.add(text.id());
    if (report == weights.length) {
      weights = Arrays.copyOf(weights, report * 2);
      shared = Arrays.copyOf(shared, report * 2);
      touched = Arrays.copyOf(touched, report * 2 + 1);
    }
    int weight = 0;
    Rarity rarity = new Rarity(ids.size());
    for (int at = 0; at < gramCount; at++) {
      long gram = grams[at];
      GramTable table = table(gram);
      int slot = table.slot(gram);
      int value = table.value(slot);
      int next = value == GramTable.FREE ? report + 1 : postings.add(value, report);
      table.put(slot, gram, next);
      weight += rarity.of(value == GramTable.FREE ? 1 : postings.count(next));
    }
    weights[report] = weight;
  }

  @Override
  public List<Candidate> find(Text text) {
    read(text);
    // Tables are read in one go, and postings after them: the waits for memory of one go overlap.
    for (int at = 0; at < gramCount; at++) {
      values[at] = table(grams[at]).value(grams[at]);
    }
    Rarity rarity = new Rarity(ids.size());
    int all = 0;
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
    return best(count, all);
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

  /** The reports touched that share enough, best first, then by arrival. */
  private List<Candidate> best(int count, int all) {
    long[] ranked = new long[count];
    int enough = 0;
    for (int at = 0; at < count; at++) {
      int report = touched[at];
      long sum = shared[report];
      shared[report] = 0;
      int least = Math.max(ONE / 2, Math.min(all, weights[report]));
      if (sum >= MIN_CONTAINMENT * least) {
        int containment = (int) Math.min(WHOLE, sum * WHOLE / least);
        ranked[enough++] = (long) (WHOLE - containment) << 32 | report;
      }
    }
    Arrays.sort(ranked, 0, enough);
    List<Candidate> candidates = new ArrayList<>(Math.min(MAX_CANDIDATES, enough));
    for (int at = 0; at < Math.min(MAX_CANDIDATES, enough); at++) {
      double containment = (WHOLE - (int) (ranked[at] >>> 32)) / (double) WHOLE;
      candidates.add(new Candidate(ids.get((int) ranked[at]), containment));
    }
    return candidates;
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

  /** A report is looked up and then added: its grams are read once. */
  private void read(Text text) {
    if (read != text) {
      distinct(grams(text));
      read = text;
    }
  }

  private GramTable table(long gram) {
    return tables[(int) (gram >>> 64 - TABLE_BITS)];
  }

  /** Reads the sampled grams of the body prose into {@link #grams}; their number. */
  private int grams(Text text) {
    int count = 0;
    for (Sentence sentence : text.sentences()) {
      if (!sentence.part().isProse()) {
        continue;
      }
      long one = 0;
      long two = 0;
      long three = 0;
      int words = 0;
      for (int word : sentence.wordHashes()) {
        long four = word * 0x9E3779B97F4A7C15L;
        if (++words >= WORDS) {
          long gram = mix(one * 3 + two * 5 + three * 7 + four);
          if ((gram & SAMPLE - 1) == 0 && count < MAX_GRAMS) {
            if (count == grams.length) {
              grams = Arrays.copyOf(grams, count * 2);
            }
            grams[count++] = gram;
          }
        }
        one = two;
        two = three;
        three = four;
      }
    }
    return count;
  }

  /** Keeps each of the first {@code count} grams once, in text order. */
  private void distinct(int count) {
    int size = Math.max(64, Integer.highestOneBit(count) * 4);
    if (seen.length < size) {
      seen = new long[size];
      values = new int[size];
      shares = new int[size];
    }
    Arrays.fill(seen, 0, size, 0);
    int kept = 0;
    for (int at = 0; at < count; at++) {
      long gram = grams[at];
      int slot = (int) (gram >>> 8) & size - 1;
      while (seen[slot] != 0 && seen[slot] != gram) {
        slot = slot + 1 & size - 1;
      }
      if (seen[slot] == 0) {
        seen[slot] = gram;
        grams[kept++] = gram;
      }
    }
    gramCount = kept;
  }

  /** Spreads the bits of a number (the finaliser of SplitMix64). */
  private static long mix(long number) {
    long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
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
