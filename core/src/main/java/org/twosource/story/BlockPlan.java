package org.twosource.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Which reports are placed together. Reports that are proposed for one another, straight or through
 * others, are a block, as are those that the user put together.
 *
 * <p>Proposals are generous, so most of a long stream hangs together. A block of too many reports
 * is cut between the two days that the fewest proposals cross, which are then dropped, until all
 * are small enough; a block of one day stays, and so does what the user put together. The cut reads
 * the block and nothing else, so every machine cuts alike; and the number of machines changes
 * nothing, for the limit does not know of it. What is dropped leads from one block to another, and
 * nothing else does.
 */
public final class BlockPlan {
  private final int[] blocks;
  private final int size;

  /**
   * What is known of a report before it is placed.
   *
   * @param day of the stream when it came, counted from 1970-01-01
   * @param near earlier reports by their number, the nearest first
   * @param asked earlier reports that the user put together with it
   */
  public record PlannedReport(long day, int[] near, int[] asked) {
    /** A report of which the user said nothing. */
    public PlannedReport(long day, int[] near) {
      this(day, near, new int[0]);
    }
  }

  private BlockPlan(int[] blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  /**
   * Cuts a stream.
   *
   * @param reports in order, numbered from 0
   * @param most reports in a block, where more days than one allow it
   */
  public static BlockPlan of(List<PlannedReport> reports, int most) {
    int[] all = new int[reports.size()];
    Arrays.setAll(all, number -> number);
    List<int[]> found = new ArrayList<>();
    Cutting cutting = new Cutting(reports, most);
    for (int[] part : cutting.parts(all, 0)) {
      cutting.cut(part, found);
    }
    found.sort(Comparator.comparingInt(block -> block[0]));
    int[] blocks = new int[reports.size()];
    for (int block = 0; block < found.size(); block++) {
      for (int number : found.get(block)) {
        blocks[number] = block;
      }
    }
    return new BlockPlan(blocks, found.size());
  }

  /** The number of blocks, which are in order of their first report. */
  public int size() {
    return size;
  }

  /** The block of every report. */
  public int[] blocks() {
    return blocks.clone();
  }

  /** One call. A block is the numbers of its reports, ascending. */
  private static final class Cutting {
    private static final int OUTSIDE = -1;

    private final List<PlannedReport> reports;
    private final int most;

    /** The places of the reports of the block at hand. */
    private final int[] places;

    Cutting(List<PlannedReport> reports, int most) {
      this.reports = reports;
      this.most = most;
      this.places = new int[reports.size()];
      Arrays.fill(places, OUTSIDE);
    }

    /**
     * The reports that hang together, in order of the first of each.
     *
     * @param start what leads from here on to places before it is dropped
     */
    List<int[]> parts(int[] block, int start) {
      enter(block);
      Groups groups = new Groups(block.length);
      for (int at = 0; at < block.length; at++) {
        int report = at;
        each(
            reports.get(block[at]).near(),
            near -> {
              if (report < start || near >= start) {
                groups.join(near, report);
              }
            });
        each(reports.get(block[at]).asked(), asked -> groups.join(asked, report));
      }
      leave(block);
      return groups.members(block);
    }

    void cut(int[] block, List<int[]> cut) {
      int start = block.length > most ? weakest(block) : 0;
      if (start == 0) {
        cut.add(block);
        return;
      }
      parts(block, start).forEach(part -> cut(part, cut));
    }

    /**
     * The place of the first report of the day before which the fewest proposals cross, the earlier
     * of two; in the middle half of the reports if a day begins there; 0 when no day can be parted
     * from the one before.
     */
    private int weakest(int[] block) {
      int[] near = new int[block.length + 1];
      int[] asked = new int[block.length + 1];
      enter(block);
      for (int at = 0; at < block.length; at++) {
        cross(near, reports.get(block[at]).near(), at);
        cross(asked, reports.get(block[at]).asked(), at);
      }
      leave(block);
      int quarter = block.length / 4;
      int weakest = 0;
      int weakestInTheMiddle = 0;
      for (int at = 1; at < block.length; at++) {
        near[at] += near[at - 1];
        asked[at] += asked[at - 1];
        boolean isSameDay = reports.get(block[at]).day() == reports.get(block[at - 1]).day();
        if (isSameDay || asked[at] > 0) {
          continue;
        }
        weakest = weaker(near, weakest, at);
        if (at >= quarter && at <= block.length - quarter) {
          weakestInTheMiddle = weaker(near, weakestInTheMiddle, at);
        }
      }
      return weakestInTheMiddle > 0 ? weakestInTheMiddle : weakest;
    }

    private static int weaker(int[] crossing, int known, int next) {
      return known == 0 || crossing[next] < crossing[known] ? next : known;
    }

    /** Counts what leads from a place to earlier ones, as differences between places. */
    private void cross(int[] crossing, int[] earlier, int from) {
      each(
          earlier,
          to -> {
            crossing[to + 1]++;
            crossing[from + 1]--;
          });
    }

    /** The places of those reports that are in the block. */
    private void each(int[] numbers, IntConsumer place) {
      for (int number : numbers) {
        if (places[number] != OUTSIDE) {
          place.accept(places[number]);
        }
      }
    }

    private void enter(int[] block) {
      for (int at = 0; at < block.length; at++) {
        places[block[at]] = at;
      }
    }

    private void leave(int[] block) {
      for (int number : block) {
        places[number] = OUTSIDE;
      }
    }
  }

  /** Sets that grow together, each known by its first place (union-find; Tarjan 1975). */
  private static final class Groups {
    private final int[] before;

    Groups(int size) {
      before = new int[size];
      Arrays.setAll(before, place -> place);
    }

    private int first(int place) {
      int at = place;
      while (before[at] != at) {
        before[at] = before[before[at]];
        at = before[at];
      }
      return at;
    }

    void join(int one, int other) {
      int a = first(one);
      int b = first(other);
      before[Math.max(a, b)] = Math.min(a, b);
    }

    List<int[]> members(int[] block) {
      Map<Integer, Integer> sizes = new TreeMap<>();
      for (int at = 0; at < block.length; at++) {
        sizes.merge(first(at), 1, Integer::sum);
      }
      Map<Integer, int[]> members = new TreeMap<>();
      sizes.forEach((first, size) -> members.put(first, new int[size]));
      for (int at = block.length - 1; at >= 0; at--) {
        int left = sizes.merge(first(at), -1, Integer::sum);
        Objects.requireNonNull(members.get(first(at)))[left] = block[at];
      }
      return List.copyOf(members.values());
    }
  }
}
