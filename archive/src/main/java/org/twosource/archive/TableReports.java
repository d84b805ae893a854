package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.report.format.Content;

/**
 * Reports in Parquet tables, whose columns go by the names that fields of JSON go by. A row without
 * an id is known by its content.
 */
final class TableReports {
  /** Rows that are read together. */
  private static final int MANY = 500;

  private static final String ENDING = ".parquet";

  /** Some rows as lines of JSON. */
  record Lines(String name, String text) implements Serializable {}

  private TableReports() {}

  static boolean isTable(InputPiece piece) {
    return piece.name().endsWith(ENDING);
  }

  static JavaRDD<Lines> of(SparkSession spark, List<InputPiece> tables) {
    JavaRDD<Lines> all = null;
    for (InputPiece table : tables) {
      Dataset<Row> rows = spark.read().parquet(table.path());
      if (!Arrays.asList(rows.columns()).contains("id")) {
        Column[] columns =
            Arrays.stream(rows.columns()).map(name -> col(name)).toArray(Column[]::new);
        rows = rows.withColumn("id", lower(hex(xxhash64(struct(columns)))));
      }
      JavaRDD<Lines> own =
          rows.toJSON().javaRDD().mapPartitions(lines -> new Some(lines, table.name()));
      all = all == null ? own : all.union(own);
    }
    if (all == null) {
      throw new IllegalArgumentException("no tables");
    }
    return all;
  }

  static void read(Lines lines, Consumer<Report> report, Consumer<Unreadable> unreadable) {
    byte[] bytes = lines.text().getBytes(StandardCharsets.UTF_8);
    InputFiles.read(Content.of(lines.name(), lines.name(), bytes), report, unreadable);
  }

  /** Lines taken together. */
  private static final class Some implements Iterator<Lines> {
    private final Iterator<String> lines;
    private final String name;

    Some(Iterator<String> lines, String name) {
      this.lines = lines;
      this.name = name;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public Lines next() {
      List<String> taken = new ArrayList<>();
      while (lines.hasNext() && taken.size() < MANY) {
        taken.add(lines.next());
      }
      return new Lines(name, String.join("\n", taken));
    }
  }
}
