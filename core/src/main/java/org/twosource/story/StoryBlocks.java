package org.twosource.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.twosource.encode.Encoder;
import org.twosource.text.PublicationOrder;
import org.twosource.text.Text;

/**
 * A set of reports cut into blocks that can be placed apart, on one machine or on many, with the
 * stories that one run over all of them gives.
 *
 * <p>Three steps. (1) In the order of {@link PublicationOrder} each report is given the day of the
 * stream and the earlier reports it may be of one story with ({@link NearReports}). Both depend on
 * the reports and their order alone, so a distributed sort by word and order works out the same.
 * (2) Reports that are proposed for one another, straight or through others, are a block, as are
 * those that the user put together. (3) {@link OnlineStoryFinder} places the reports of a block in
 * order. It asks for no story but those of the reports proposed, and those lie in the block: what
 * happens in one block can change nothing in another.
 *
 * <p>Proposals are generous, so most of a long stream hangs together. A block of too many reports
 * is cut between the two days that the fewest proposals cross, which are then dropped, until all
 * are small enough; a block of one day stays, and so does what the user put together. The cut reads
 * the block and nothing else, so every machine cuts alike; and the number of machines changes
 * nothing, for the limit does not know of it.
 */
public final class StoryBlocks {
  /** Reports from which on a block is cut; a run over fewer is never cut. */
  public static final int MOST_REPORTS = 50_000;

  private final List<Block> blocks;
  private final long lastDay;

  /**
   * A report in order, with what its placement rests on.
   *
   * @param near earlier reports by their place, the nearest first
   * @param asked earlier reports that the user put together with it
   */
  private record Proposed(Text text, long day, int[] near, int[] asked) {
    Proposed with(IntUnaryOperator places, IntPredicate nearKept) {
      return new Proposed(
          text,
          day,
          Arrays.stream(near).filter(nearKept).map(places).toArray(),
          Arrays.stream(asked).map(places).toArray());
    }
  }

  /** Reports of which none may be of one story with a report outside; near ones by place in it. */
  private record Block(List<Proposed> reports) {}

  private StoryBlocks(List<Block> blocks, long lastDay) {
    this.blocks = List.copyOf(blocks);
    this.lastDay = lastDay;
  }

  /**
   * Cuts a set of reports.
   *
   * @param texts in any order, with ids that differ
   * @param constraints the same that the stories are asked for with
   */
  public static StoryBlocks of(Collection<Text> texts, StoryConstraints constraints) {
    return of(texts, constraints, MOST_REPORTS);
  }

  /**
   * @param most reports in a block, where more days than one allow it
   */
  static StoryBlocks of(Collection<Text> texts, StoryConstraints constraints, int most) {
    List<Text> arrivals = texts.stream().sorted(PublicationOrder.ofTexts()).toList();
    Terms.Reader reader = new Terms.Reader(BackgroundFrequencies.read(), new Vocabulary());
    NearReports index = new NearReports();
    StreamClock clock = new StreamClock();
    List<Proposed> proposed = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Text text : arrivals) {
      text.published().date().ifPresent(clock::report);
      Terms terms = reader.read(text);
      int[] asked = asked(text.id(), constraints, numbers);
      proposed.add(new Proposed(text, clock.now(), index.near(terms), asked));
      index.add(terms);
      numbers.put(text.id(), numbers.size());
    }
    List<Block> blocks = new ArrayList<>();
    for (Block block : parts(proposed)) {
      cut(block, most, blocks);
    }
    blocks.sort(
        Comparator.comparing(
            block -> block.reports().getFirst().text(), PublicationOrder.ofTexts()));
    return new StoryBlocks(blocks, clock.now());
  }

  private static int[] asked(
      String report, StoryConstraints constraints, Map<String, Integer> earlier) {
    return constraints.together().stream()
        .filter(pair -> pair.a().equals(report) || pair.b().equals(report))
        .map(pair -> pair.a().equals(report) ? pair.b() : pair.a())
        .filter(earlier::containsKey)
        .mapToInt(earlier::get)
        .toArray();
  }

  /** The reports that hang together, in order of the first of each. */
  private static List<Block> parts(List<Proposed> reports) {
    Groups groups = new Groups(reports.size());
    for (int at = 0; at < reports.size(); at++) {
      for (int near : reports.get(at).near()) {
        groups.join(near, at);
      }
      for (int asked : reports.get(at).asked()) {
        groups.join(asked, at);
      }
    }
    Map<Integer, Block> byFirst = new TreeMap<>();
    int[] place = new int[reports.size()];
    for (int at = 0; at < reports.size(); at++) {
      Block part = byFirst.computeIfAbsent(groups.first(at), first -> new Block(new ArrayList<>()));
      place[at] = part.reports().size();
      part.reports().add(reports.get(at).with(number -> place[number], number -> true));
    }
    return List.copyOf(byFirst.values());
  }

  private static void cut(Block block, int most, List<Block> cut) {
    int start = block.reports().size() > most ? weakest(block.reports()) : 0;
    if (start == 0) {
      cut.add(block);
      return;
    }
    List<Proposed> reports = new ArrayList<>();
    for (Proposed report : block.reports()) {
      boolean isLater = reports.size() >= start;
      reports.add(report.with(number -> number, number -> !isLater || number >= start));
    }
    parts(reports).forEach(part -> cut(part, most, cut));
  }

  /**
   * The place of the first report of the day before which the fewest proposals cross, the earlier
   * of two; in the middle half of the reports if a day begins there; 0 when no day can be parted
   * from the one before.
   */
  private static int weakest(List<Proposed> reports) {
    int[] near = new int[reports.size() + 1];
    int[] asked = new int[reports.size() + 1];
    for (int at = 0; at < reports.size(); at++) {
      cross(near, reports.get(at).near(), at);
      cross(asked, reports.get(at).asked(), at);
    }
    int quarter = reports.size() / 4;
    int weakest = 0;
    int weakestInTheMiddle = 0;
    for (int at = 1; at < reports.size(); at++) {
      near[at] += near[at - 1];
      asked[at] += asked[at - 1];
      if (reports.get(at).day() == reports.get(at - 1).day() || asked[at] > 0) {
        continue;
      }
      weakest = weaker(near, weakest, at);
      if (at >= quarter && at <= reports.size() - quarter) {
        weakestInTheMiddle = weaker(near, weakestInTheMiddle, at);
      }
    }
    return weakestInTheMiddle > 0 ? weakestInTheMiddle : weakest;
  }

  private static int weaker(int[] crossing, int known, int next) {
    return known == 0 || crossing[next] < crossing[known] ? next : known;
  }

  /** Counts what leads from a report to earlier ones, as differences between places. */
  private static void cross(int[] crossing, int[] earlier, int from) {
    for (int to : earlier) {
      crossing[to + 1]++;
      crossing[from + 1]--;
    }
  }

  /** The number of blocks, which are in order of their first report. */
  public int size() {
    return blocks.size();
  }

  /** The number of reports in a block. */
  public int reports(int block) {
    return blocks.get(block).reports().size();
  }

  /** The stories of one block, in order of their first report. */
  public List<Story> stories(
      int block,
      Supplier<Optional<Encoder>> encoder,
      StoryConstraints constraints,
      int closedAfterDays) {
    OnlineStoryFinder finder = new OnlineStoryFinder(encoder, constraints, closedAfterDays);
    for (Proposed report : blocks.get(block).reports()) {
      finder.place(report.text(), report.day(), report.near());
    }
    finder.comeTo(lastDay);
    return finder.stories();
  }

  /** Puts the stories of all blocks into the order of one run over all reports. */
  public List<Story> inOrder(List<Story> storiesOfAllBlocks) {
    Map<String, Text> texts = new HashMap<>();
    blocks.forEach(
        block -> block.reports().forEach(report -> texts.put(report.text().id(), report.text())));
    return storiesOfAllBlocks.stream()
        .sorted(
            Comparator.comparing(
                story -> texts.get(story.reports().getFirst()), PublicationOrder.ofTexts()))
        .toList();
  }

  /** Sets that grow together, each known by its first number (union-find; Tarjan 1975). */
  private static final class Groups {
    private final int[] before;

    Groups(int size) {
      before = new int[size];
      for (int at = 0; at < size; at++) {
        before[at] = at;
      }
    }

    int first(int number) {
      int at = number;
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
  }
}
