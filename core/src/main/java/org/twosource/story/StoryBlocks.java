package org.twosource.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.twosource.encode.Encoder;
import org.twosource.text.PublicationOrder;
import org.twosource.text.Text;

/**
 * A set of reports cut into blocks that can be placed apart, on one machine or on many, with the
 * stories that one run over all of them gives.
 *
 * <p>Three steps. (1) In the order of {@link PublicationOrder} each report is given the day of the
 * stream and the earlier reports it may be of one story with ({@link Proposals}). Both depend on
 * the reports and their order alone, so a distributed sort by word and order works out the same.
 * (2) Reports that are proposed for one another are a block ({@link BlockPlan}). (3) {@link
 * OnlineStoryFinder} places the reports of a block in order. It asks for no story but those of the
 * reports proposed, and those lie in the block: what happens in one block can change nothing in
 * another.
 */
public final class StoryBlocks {
  /** Reports from which on a block is cut; a run over fewer is never cut. */
  public static final int MOST_REPORTS = 50_000;

  private final List<List<OrderedReport>> blocks;
  private final long lastDay;

  /**
   * A report in order.
   *
   * @param near earlier reports of its block by their place in it, the nearest first
   */
  private record OrderedReport(Text text, long day, int[] near) {}

  private StoryBlocks(List<List<OrderedReport>> blocks, long lastDay) {
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
    HeavyWords.Reader reader = new HeavyWords.Reader();
    Proposals proposals = new Proposals();
    List<BlockPlan.PlannedReport> proposed = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (Text text : arrivals) {
      Proposals.Made made = proposals.next(text.published().date(), reader.read(text));
      int[] asked = asked(text.id(), constraints, numbers);
      proposed.add(new BlockPlan.PlannedReport(made.day(), made.near(), asked));
      numbers.put(text.id(), numbers.size());
    }
    return new StoryBlocks(
        blocks(arrivals, proposed, BlockPlan.of(proposed, most)), proposals.day());
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

  private static List<List<OrderedReport>> blocks(
      List<Text> arrivals, List<BlockPlan.PlannedReport> proposed, BlockPlan plan) {
    List<List<OrderedReport>> blocks = new ArrayList<>();
    for (int block = 0; block < plan.size(); block++) {
      blocks.add(new ArrayList<>());
    }
    int[] block = plan.blocks();
    int[] place = new int[block.length];
    for (int number = 0; number < block.length; number++) {
      int own = block[number];
      place[number] = blocks.get(own).size();
      int[] near =
          Arrays.stream(proposed.get(number).near())
              .filter(other -> block[other] == own)
              .map(other -> place[other])
              .toArray();
      blocks
          .get(own)
          .add(new OrderedReport(arrivals.get(number), proposed.get(number).day(), near));
    }
    return blocks;
  }

  /** The number of blocks, which are in order of their first report. */
  public int size() {
    return blocks.size();
  }

  /** The number of reports in a block. */
  public int reports(int block) {
    return blocks.get(block).size();
  }

  /** The stories of one block, in order of their first report. */
  public List<Story> stories(
      int block,
      Supplier<Optional<Encoder>> encoder,
      StoryConstraints constraints,
      int closedAfterDays) {
    OnlineStoryFinder finder = new OnlineStoryFinder(encoder, constraints, closedAfterDays);
    for (OrderedReport report : blocks.get(block)) {
      finder.place(report.text(), report.day(), report.near());
    }
    finder.comeTo(lastDay);
    return finder.stories();
  }

  /** Puts the stories of all blocks into the order of one run over all reports. */
  public List<Story> inOrder(List<Story> storiesOfAllBlocks) {
    Map<String, Text> texts = new HashMap<>();
    blocks.forEach(block -> block.forEach(report -> texts.put(report.text().id(), report.text())));
    return storiesOfAllBlocks.stream()
        .sorted(
            Comparator.comparing(
                story -> texts.get(story.reports().getFirst()), PublicationOrder.ofTexts()))
        .toList();
  }
}
