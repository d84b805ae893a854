package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.BYTES;
import static org.twosource.archive.Schemas.INT;
import static org.twosource.archive.Schemas.NUMBER;
import static org.twosource.archive.Schemas.TEXT;
import static org.twosource.archive.Schemas.TEXTS;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.twosource.report.PartialDate;
import org.twosource.story.OnlineStoryFinder;
import org.twosource.story.Story;
import org.twosource.story.StoryConstraints;

/**
 * Places the reports of each block into stories, in order. A story is known by the place of its
 * first report.
 */
final class StoryPlacing {
  private static final StructType LINK =
      Schemas.of("a", TEXT, "b", TEXT, "score", NUMBER, "evidence", TEXTS);

  static final StructType SCHEMA =
      Schemas.of(
          "first", INT,
          "id", TEXT,
          "title", TEXT,
          "from", TEXT,
          "to", TEXT,
          "reports", TEXTS,
          "places", BYTES,
          "why", Schemas.listOf(LINK));

  private StoryPlacing() {}

  /**
   * @param reports rows of place and report
   * @param proposals rows of {@link StoryProposals}
   * @param blocks the block of every report
   * @param lastDay how far the stream comes
   */
  static Dataset<Row> of(
      Dataset<Row> reports,
      Dataset<Row> proposals,
      Broadcast<int[]> blocks,
      long lastDay,
      Tier tier,
      int partitions) {
    return reports
        .join(proposals, "place")
        .withColumn("block", Numbering.of(col("place"), blocks))
        .select(ReportRow.columns("block", "place", "streamDay", "near"))
        .repartition(partitions, col("block"))
        .sortWithinPartitions("block", "place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new Placed(rows, blocks.value(), lastDay, tier),
            Encoders.row(SCHEMA));
  }

  /** The stories of one block after another; no more than the texts of one report at a time. */
  private static final class Placed implements Iterator<Row> {
    private static final int REPORT = 4;

    private final PeekingRows rows;
    private final int[] blocks;
    private final long lastDay;
    private final Tier tier;
    private Iterator<Row> stories = List.<Row>of().iterator();

    Placed(Iterator<Row> rows, int[] blocks, long lastDay, Tier tier) {
      this.rows = new PeekingRows(rows);
      this.blocks = blocks;
      this.lastDay = lastDay;
      this.tier = tier;
    }

    @Override
    public boolean hasNext() {
      while (!stories.hasNext() && rows.hasNext()) {
        stories = block(rows.peek().getInt(0));
      }
      return stories.hasNext();
    }

    @Override
    public Row next() {
      return stories.next();
    }

    private Iterator<Row> block(int block) {
      OnlineStoryFinder finder =
          new OnlineStoryFinder(() -> Opened.encoder(tier), StoryConstraints.NONE);
      Map<Integer, Integer> numbers = new HashMap<>();
      Map<String, Integer> places = new HashMap<>();
      while (rows.hasNext() && rows.peek().getInt(0) == block) {
        Row row = rows.next();
        int place = row.getInt(1);
        int[] near =
            Arrays.stream(Packed.ints(row.getAs(3)))
                .filter(other -> blocks[other] == block)
                .map(numbers::get)
                .toArray();
        numbers.put(place, numbers.size());
        places.put(row.getString(REPORT), place);
        finder.place(Opened.texts().build(ReportRow.report(row, REPORT)), row.getLong(2), near);
      }
      finder.comeTo(lastDay);
      return finder.stories().stream().map(story -> row(story, places)).iterator();
    }

    private static Row row(Story story, Map<String, Integer> places) {
      int[] own = story.reports().stream().mapToInt(places::get).toArray();
      return RowFactory.create(
          own[0],
          story.id(),
          story.title(),
          story.from().map(PartialDate::iso).orElse(null),
          story.to().map(PartialDate::iso).orElse(null),
          story.reports().toArray(String[]::new),
          Packed.of(own),
          story.why().stream().map(Placed::row).toArray(Row[]::new));
    }

    private static Row row(Story.Link link) {
      return RowFactory.create(
          link.a(), link.b(), link.score(), link.evidence().toArray(String[]::new));
    }
  }

  /** The story of every report, by place: the place of the story's first report. */
  static int[] storyOf(Dataset<Row> stories, int reports) {
    int[] storyOf = new int[reports];
    stories
        .select("first", "places")
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              for (int place : Packed.ints(row.getAs(1))) {
                storyOf[place] = row.getInt(0);
              }
            });
    return storyOf;
  }
}
