package org.twosource.archive;

import org.apache.spark.sql.SparkSession;

/** Spark on two threads of this process, for small tables: it compiles no queries. */
final class LocalSpark {
  private LocalSpark() {}

  static SparkSession open() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.shuffle.partitions", "3")
        .getOrCreate();
  }
}
