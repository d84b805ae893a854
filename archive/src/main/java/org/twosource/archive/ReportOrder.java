package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.encode;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Gives every report its place: the total order that all later stages keep. A report that was read
 * twice counts once; of different reports under one id the earliest keeps it, the others get their
 * content behind it, whatever file came first.
 */
final class ReportOrder {
  private ReportOrder() {}

  /** The reports among the rows, each once, with ids that differ. */
  static Dataset<Row> distinct(Dataset<Row> read) {
    Dataset<Row> reports = read.where(col("reason").isNull());
    Dataset<Row> shared =
        reports.groupBy("id").agg(count("id").as("times")).where(col("times").gt(1)).select("id");
    if (shared.isEmpty()) {
      return reports;
    }
    WindowSpec ofId = Window.partitionBy("id");
    WindowSpec ofContent = Window.partitionBy("id", "content").orderBy("source", "order");
    Column other = dense_rank().over(ofId.orderBy("order", "content"));
    Dataset<Row> repeated =
        reports
            .join(shared, "id")
            .withColumn("reading", row_number().over(ofContent))
            .where(col("reading").equalTo(1))
            .withColumn("other", other)
            .withColumn(
                "suffix",
                when(col("other").gt(1), concat(lit("-"), lower(hex(col("content")))))
                    .otherwise(""))
            .withColumn("id", concat(col("id"), col("suffix")))
            .withColumn("order", concat(col("order"), encode(col("suffix"), "UTF-16BE")));
    Dataset<Row> single = reports.join(shared, new String[] {"id"}, "left_anti");
    return single.unionByName(repeated.select(names(reports)));
  }

  private static Column[] names(Dataset<Row> table) {
    return Arrays.stream(table.columns()).map(functions::col).toArray(Column[]::new);
  }

  /** The rows in order, each with its place, from 0, in front. */
  static JavaRDD<Row> placed(Dataset<Row> reports, int partitions) {
    return reports
        .repartitionByRange(partitions, col("order"))
        .sortWithinPartitions("order")
        .javaRDD()
        .zipWithIndex()
        .map(row -> withPlace(row._1(), row._2()));
  }

  private static Row withPlace(Row row, long place) {
    Object[] values = new Object[row.length() + 1];
    values[0] = Math.toIntExact(place);
    for (int at = 0; at < row.length(); at++) {
      values[at + 1] = row.get(at);
    }
    return RowFactory.create(values);
  }
}
