package org.twosource.archive;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Short ways to write down the columns of a table. */
final class Schemas {
  static final DataType TEXT = DataTypes.StringType;
  static final DataType INT = DataTypes.IntegerType;
  static final DataType LONG = DataTypes.LongType;
  static final DataType NUMBER = DataTypes.DoubleType;
  static final DataType BYTES = DataTypes.BinaryType;
  static final DataType FLAG = DataTypes.BooleanType;
  static final DataType TEXTS = listOf(TEXT);
  static final DataType INTS = listOf(INT);

  private Schemas() {}

  /**
   * @param columns a name and a type in turn
   */
  static StructType of(Object... columns) {
    StructType schema = new StructType();
    for (int at = 0; at < columns.length; at += 2) {
      schema = schema.add((String) columns[at], (DataType) columns[at + 1]);
    }
    return schema;
  }

  static StructType join(StructType first, StructType then) {
    StructType joined = first;
    for (StructField field : then.fields()) {
      joined = joined.add(field);
    }
    return joined;
  }

  static DataType listOf(DataType element) {
    return DataTypes.createArrayType(element);
  }
}
