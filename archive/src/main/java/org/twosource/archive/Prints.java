package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Reports of the same prose, word for word: the first is what the others are prints of. */
final class Prints {
  private Prints() {}

  static Dataset<Row> of(Dataset<Row> ordered) {
    WindowSpec ofText = Window.partitionBy("prose");
    Dataset<Row> prints =
        ordered
            .where(col("prose").isNotNull())
            .select("place", "id", "prose")
            .withColumn("first", min("place").over(ofText))
            .withColumn("prints", count(lit(1)).over(ofText))
            .where(col("prints").gt(1));
    Dataset<Row> representatives =
        prints
            .where(col("first").equalTo(col("place")))
            .select(col("first"), col("id").as("representative"));
    return prints
        .select("first", "place", "id")
        .join(representatives, "first")
        .orderBy("first", "place")
        .select(col("representative"), col("id").as("report"));
  }
}
