package org.twosource.archive;

import static org.twosource.archive.Schemas.BYTES;
import static org.twosource.archive.Schemas.INT;
import static org.twosource.archive.Schemas.LONG;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.twosource.report.PartialDate;
import org.twosource.story.BlockPlan;
import org.twosource.story.HeavyWords;
import org.twosource.story.Proposals;

/**
 * Which earlier reports each report may be of one story with, and the day of the stream: one task
 * that goes through the heaviest words of all reports in order, some fifty microseconds a report.
 */
final class StoryProposals {
  static final StructType SCHEMA = Schemas.of("place", INT, "streamDay", LONG, "near", BYTES);

  private StoryProposals() {}

  /**
   * @param keys rows of place, day, stems and shares
   */
  static Dataset<Row> of(Dataset<Row> keys) {
    return keys.select("place", "day", "stems", "shares")
        .repartition(1)
        .sortWithinPartitions("place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) StoryProposals::proposed, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> proposed(Iterator<Row> rows) {
    Proposals proposals = new Proposals();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        Proposals.Made made =
            proposals.next(
                Optional.ofNullable(row.getString(1)).map(PartialDate::new),
                new HeavyWords(
                    row.<String>getList(2).toArray(String[]::new), Packed.ints(row.getAs(3))));
        return RowFactory.create(row.getInt(0), made.day(), Packed.of(made.near()));
      }
    };
  }

  /** All proposals in order, for one machine to cut into blocks. */
  static List<BlockPlan.PlannedReport> collected(Dataset<Row> proposals) {
    List<BlockPlan.PlannedReport> collected = new ArrayList<>();
    proposals
        .orderBy("place")
        .toLocalIterator()
        .forEachRemaining(
            row ->
                collected.add(
                    new BlockPlan.PlannedReport(row.getLong(1), Packed.ints(row.getAs(2)))));
    return collected;
  }
}
