package org.twosource.archive;

import static org.apache.spark.sql.functions.udf;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Looks numbers up by place, on every machine. */
final class Numbering {
  private Numbering() {}

  /** The number of the report at the place that {@code place} holds. */
  static Column of(Column place, Broadcast<int[]> numbers) {
    UDF1<Integer, Integer> number = at -> numbers.value()[at];
    return udf(number, DataTypes.IntegerType).apply(place);
  }
}
