package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.TEXT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.twosource.brief.render.JsonRenderer;
import org.twosource.report.Reading;
import org.twosource.report.Report;

/**
 * The whole account of chosen stories: claims, distortions, brief and all else that {@code read}
 * writes, as its JSON. All reports of a story are taken as of one event.
 */
final class AccountWriting {
  static final StructType SCHEMA = Schemas.of("story", TEXT, "account", TEXT);

  private static final int REPORT = 3;

  private AccountWriting() {}

  /**
   * @param stories rows of first and id, of the stories chosen
   */
  static Dataset<Row> of(
      Dataset<Row> stories, Dataset<Row> reports, Broadcast<int[]> storyOf, int partitions) {
    return reports
        .withColumn("first", Numbering.of(col("place"), storyOf))
        .join(stories.select(col("first"), col("id").as("story")), "first")
        .select(ReportRow.columns("first", "place", "story"))
        .repartition(partitions, col("first"))
        .sortWithinPartitions("first", "place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) AccountWriting::written, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> written(Iterator<Row> rows) {
    Groups stories = new Groups(rows, 0);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return stories.hasNext();
      }

      @Override
      public Row next() {
        List<Row> story = stories.next();
        List<Report> reports = story.stream().map(row -> ReportRow.report(row, REPORT)).toList();
        return RowFactory.create(story.getFirst().getString(2), json(reports));
      }
    };
  }

  private static String json(List<Report> reports) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new JsonRenderer().render(Opened.account(new Reading(reports, List.of())), out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
