package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.BYTES;
import static org.twosource.archive.Schemas.INT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.twosource.reuse.StrayGrams;

/**
 * Which word sequences of a report stand in other stories too: what sites print under everything.
 * The sequences are dealt to a number of tasks by their hash.
 */
final class FurnitureSearch {
  /** The sequences known to stand elsewhere, of one report in one part of all sequences. */
  static final StructType SCHEMA = Schemas.of("place", INT, "elsewhere", BYTES);

  private static final StructType DEALT = Schemas.of("part", INT, "place", INT, "phrases", BYTES);

  private FurnitureSearch() {}

  /**
   * @param keys rows of place and phrases
   * @param storyOf the story of every report
   * @param isAlone whether the report of a place is a story by itself, which asks for nothing
   */
  static Dataset<Row> of(
      Dataset<Row> keys, Broadcast<int[]> storyOf, Broadcast<boolean[]> isAlone, int parts) {
    return keys.select("place", "phrases")
        .flatMap(
            (FlatMapFunction<Row, Row>)
                row -> dealt(row.getInt(0), Packed.longs(row.getAs(1)), parts).iterator(),
            Encoders.row(DEALT))
        .repartition(parts, col("part"))
        .sortWithinPartitions("part")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                rows -> new Known(rows, storyOf.value(), isAlone.value()),
            Encoders.row(SCHEMA));
  }

  private static List<Row> dealt(int place, long[] grams, int parts) {
    long[][] own = new long[parts][grams.length];
    int[] counts = new int[parts];
    for (long gram : grams) {
      int part = (int) Long.remainderUnsigned(gram >>> 7, parts);
      own[part][counts[part]++] = gram;
    }
    List<Row> rows = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      if (counts[part] > 0) {
        rows.add(RowFactory.create(part, place, Packed.of(Arrays.copyOf(own[part], counts[part]))));
      }
    }
    return rows;
  }

  /** What is known once all reports of a part were seen; one part after another. */
  private static final class Known implements Iterator<Row> {
    private final Groups parts;
    private final int[] storyOf;
    private final boolean[] isAlone;
    private Iterator<Row> known = List.<Row>of().iterator();

    Known(Iterator<Row> rows, int[] storyOf, boolean[] isAlone) {
      this.parts = new Groups(rows, 0);
      this.storyOf = storyOf;
      this.isAlone = isAlone;
    }

    @Override
    public boolean hasNext() {
      while (!known.hasNext() && parts.hasNext()) {
        known = known(parts.next());
      }
      return known.hasNext();
    }

    @Override
    public Row next() {
      return known.next();
    }

    private Iterator<Row> known(List<Row> part) {
      StrayGrams grams = new StrayGrams();
      for (Row row : part) {
        grams.add(storyOf[row.getInt(1)], Packed.longs(row.getAs(2)));
      }
      return part.stream()
          .filter(row -> !isAlone[row.getInt(1)])
          .map(
              row ->
                  RowFactory.create(
                      row.getInt(1), Packed.of(grams.among(Packed.longs(row.getAs(2))))))
          .filter(row -> row.<byte[]>getAs(1).length > 0)
          .iterator();
    }
  }
}
