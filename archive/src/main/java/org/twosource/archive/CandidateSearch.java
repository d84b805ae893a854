package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.BYTES;
import static org.twosource.archive.Schemas.INT;
import static org.twosource.archive.Schemas.NUMBER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.twosource.reuse.CandidateRanking;
import org.twosource.reuse.SharedGrams;

/**
 * Which earlier reports may share text with each report.
 *
 * <p>The grams of all reports are dealt to a number of indexes by their hash. Every index is shown
 * all reports in order with the grams it was dealt, and says what it saw shared, in whole numbers;
 * the sums over all indexes are ranked. So the number of indexes changes the memory that each
 * needs, and nothing else: one is the cheapest, and holds some three million reports a gigabyte.
 */
final class CandidateSearch {
  static final StructType SCHEMA =
      Schemas.of("place", INT, "other", INT, "containment", NUMBER, "rank", INT);

  private static final StructType DEALT = Schemas.of("index", INT, "place", INT, "ngrams", BYTES);

  private static final StructType SHARED =
      Schemas.of("place", INT, "all", INT, "weight", INT, "reports", BYTES, "sums", BYTES);

  private CandidateSearch() {}

  /**
   * Deals the grams.
   *
   * @param keys rows of place and ngrams
   */
  static Dataset<Row> shared(Dataset<Row> keys, int indexes) {
    return keys.select("place", "ngrams")
        .flatMap(
            (FlatMapFunction<Row, Row>)
                row -> dealt(row.getInt(0), Packed.longs(row.getAs(1)), indexes).iterator(),
            Encoders.row(DEALT))
        .repartition(indexes, col("index"))
        .sortWithinPartitions("index", "place")
        .mapPartitions((MapPartitionsFunction<Row, Row>) Shown::new, Encoders.row(SHARED));
  }

  private static List<Row> dealt(int place, long[] grams, int indexes) {
    if (indexes == 1) {
      return List.of(RowFactory.create(0, place, Packed.of(grams)));
    }
    long[][] parts = new long[indexes][grams.length];
    int[] counts = new int[indexes];
    for (long gram : grams) {
      int index = index(gram, indexes);
      parts[index][counts[index]++] = gram;
    }
    List<Row> rows = new ArrayList<>();
    for (int index = 0; index < indexes; index++) {
      if (counts[index] > 0) {
        long[] part = Arrays.copyOf(parts[index], counts[index]);
        rows.add(RowFactory.create(index, place, Packed.of(part)));
      }
    }
    return rows;
  }

  /** Grams that an index takes for one another are dealt to the same. */
  private static int index(long gram, int indexes) {
    return (int) Long.remainderUnsigned(SharedGrams.mark(gram) * 0x9E3779B97F4A7C15L, indexes);
  }

  /** The reports of one index after another, looked up and added. */
  private static final class Shown implements Iterator<Row> {
    private final Iterator<Row> dealt;
    private SharedGrams grams = new SharedGrams();
    private int index;
    private int next;

    Shown(Iterator<Row> dealt) {
      this.dealt = dealt;
    }

    @Override
    public boolean hasNext() {
      return dealt.hasNext();
    }

    @Override
    public Row next() {
      Row row = dealt.next();
      if (row.getInt(0) != index) {
        index = row.getInt(0);
        grams = new SharedGrams();
        next = 0;
      }
      int place = row.getInt(1);
      for (; next < place; next++) {
        grams.next(new long[0]); // a report without grams of this index is counted all the same
      }
      next++;
      SharedGrams.Shares shares = grams.next(Packed.longs(row.getAs(2)));
      return RowFactory.create(
          place,
          shares.all(),
          shares.weight(),
          Packed.of(shares.reports()),
          Packed.of(shares.sums()));
    }
  }

  /** The weight of every report's grams, by its place. */
  static int[] weights(Dataset<Row> shared, int reports) {
    int[] weights = new int[reports];
    shared
        .select("place", "weight")
        .toLocalIterator()
        .forEachRemaining(row -> weights[row.getInt(0)] += row.getInt(1));
    return weights;
  }

  /** Adds up what the indexes saw and names the nearest of each report. */
  static Dataset<Row> ranked(Dataset<Row> shared, Broadcast<int[]> weights, int partitions) {
    return shared
        .repartition(partitions, col("place"))
        .sortWithinPartitions("place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Ranked(rows, weights.value()),
            Encoders.row(SCHEMA));
  }

  /** The candidates of one report after another. */
  private static final class Ranked implements Iterator<Row> {
    private final CandidateRanking ranking = new CandidateRanking();
    private final Groups reports;
    private final int[] weights;
    private Iterator<Row> named = List.<Row>of().iterator();

    Ranked(Iterator<Row> rows, int[] weights) {
      this.reports = new Groups(rows, 0);
      this.weights = weights;
    }

    @Override
    public boolean hasNext() {
      while (!named.hasNext() && reports.hasNext()) {
        named = named(reports.next()).iterator();
      }
      return named.hasNext();
    }

    @Override
    public Row next() {
      return named.next();
    }

    private List<Row> named(List<Row> seen) {
      int all = 0;
      Map<Integer, Long> sums = new HashMap<>();
      for (Row row : seen) {
        all += row.getInt(1);
        int[] others = Packed.ints(row.getAs(3));
        int[] shares = Packed.ints(row.getAs(4));
        for (int at = 0; at < others.length; at++) {
          sums.merge(others[at], (long) shares[at], Long::sum);
        }
      }
      ranking.begin(all);
      sums.forEach((other, sum) -> ranking.consider(other, sum, weights[other]));
      int place = seen.getFirst().getInt(0);
      List<Row> rows = new ArrayList<>();
      int count = ranking.rank();
      for (int at = 0; at < count; at++) {
        rows.add(RowFactory.create(place, ranking.report(at), ranking.containment(at), at));
      }
      return rows;
    }
  }
}
