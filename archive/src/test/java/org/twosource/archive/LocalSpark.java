package org.twosource.archive;

import org.apache.spark.sql.SparkSession;

/** Spark for small tables: it compiles no queries. */
final class LocalSpark {
  private LocalSpark() {}

  /** On two threads of this process. */
  static SparkSession open() {
    return small("local[2]").getOrCreate();
  }

  static SparkSession.Builder small(String master) {
    return SparkSession.builder()
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        .config("spark.sql.shuffle.partitions", "3");
  }
}
