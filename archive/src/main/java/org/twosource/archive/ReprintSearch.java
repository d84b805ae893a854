package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.INT;

import java.util.ArrayList;
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
import org.twosource.StoryLineage;
import org.twosource.lineage.Derivation;
import org.twosource.reuse.Furniture;
import org.twosource.text.Text;

/**
 * Copies between stories: the wire text of March that is printed again in May. Each report is
 * compared by words with the nearest of its candidates in other stories that share most of the
 * smaller one; what is sure is told. What sites print under everything cannot be known here, for it
 * stands in other stories as a reprint does; it seldom is most of a text.
 */
final class ReprintSearch {
  /** A reprint and its source. */
  static final StructType SCHEMA =
      Schemas.join(CopyTracing.DERIVATION, Schemas.of("fromPlace", INT, "toPlace", INT));

  /** Shares at least this much of the smaller one. */
  private static final double MOST = .5;

  /** Candidates that are looked at, the nearest. */
  private static final int NEAREST = 16;

  /** As sure as two reports of one family. */
  private static final double SURELY = .8;

  private static final int REPORT = 2;

  private ReprintSearch() {}

  static Dataset<Row> of(
      Dataset<Row> reports, Dataset<Row> candidates, Broadcast<int[]> storyOf, int partitions) {
    Dataset<Row> pairs =
        candidates
            .where(col("containment").geq(MOST).and(col("rank").lt(NEAREST)))
            .where(
                Numbering.of(col("place"), storyOf).notEqual(Numbering.of(col("other"), storyOf)))
            .select(col("place").as("bundle"), col("other").as("place"));
    Dataset<Row> own = pairs.select(col("bundle"), col("bundle").as("place")).distinct();
    return pairs
        .union(own)
        .join(reports, "place")
        .select(ReportRow.columns("bundle", "place"))
        .repartition(partitions, col("bundle"))
        .sortWithinPartitions("bundle", "place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Compared(rows, storyOf.value()),
            Encoders.row(SCHEMA));
  }

  /** A report and those it may be a reprint of, one bundle after another. */
  private static final class Compared implements Iterator<Row> {
    private final Groups bundles;
    private final int[] storyOf;
    private Iterator<Row> found = List.<Row>of().iterator();

    Compared(Iterator<Row> rows, int[] storyOf) {
      this.bundles = new Groups(rows, 0);
      this.storyOf = storyOf;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && bundles.hasNext()) {
        found = compared(bundles.next()).iterator();
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      return found.next();
    }

    private List<Row> compared(List<Row> bundle) {
      int newcomer = bundle.getFirst().getInt(0);
      Map<String, Integer> places = new HashMap<>();
      List<Text> texts = new ArrayList<>();
      for (Row row : bundle) {
        places.put(row.getString(REPORT), row.getInt(1));
        texts.add(Opened.texts().build(ReportRow.report(row, REPORT)));
      }
      List<Row> rows = new ArrayList<>();
      StoryLineage.Found found = Opened.lineage(Tier.WORDS).of(texts, Furniture.NONE);
      for (Derivation one : found.lineage().derivations()) {
        Integer from = places.get(one.from());
        Integer to = places.get(one.to());
        if (from != null
            && to != null
            && (from == newcomer || to == newcomer)
            && storyOf[from] != storyOf[to]
            && one.confidence() >= SURELY) {
          rows.add(row(one, from, to));
        }
      }
      return rows;
    }

    private static Row row(Derivation derivation, int from, int to) {
      Row told = CopyTracing.row(derivation);
      Object[] values = new Object[SCHEMA.length()];
      for (int at = 0; at < told.length(); at++) {
        values[at] = told.get(at);
      }
      values[told.length()] = from;
      values[told.length() + 1] = to;
      return RowFactory.create(values);
    }
  }
}
