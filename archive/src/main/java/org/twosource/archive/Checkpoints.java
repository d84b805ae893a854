package org.twosource.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The folders that stages write, one a stage. A stage is done when its folder has {@code _SUCCESS},
 * which Spark writes last; a run that goes on keeps what is done, for the same input alone.
 */
final class Checkpoints {
  private static final String RUN = "run.txt";
  private static final String DESCRIPTION = "spark.job.description";

  private final SparkSession spark;
  private final Path output;
  private final FileSystem files;
  private final boolean resume;
  private final List<String> formats;
  private final Watch watch;

  private Checkpoints(SparkSession spark, JobOptions.Output output, Watch watch)
      throws IOException {
    this.spark = spark;
    this.output = new Path(output.folder());
    this.files = this.output.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.resume = output.resume();
    this.formats = output.formats();
    this.watch = watch;
  }

  /**
   * Opens the output.
   *
   * @param restsOn what its content depends on, in one line
   * @throws RefusedException when the folder holds something else
   */
  static Checkpoints open(SparkSession spark, JobOptions.Output output, String restsOn, Watch watch)
      throws IOException, RefusedException {
    Checkpoints opened = new Checkpoints(spark, output, watch);
    opened.begin(restsOn);
    return opened;
  }

  private void begin(String restsOn) throws IOException, RefusedException {
    Path run = new Path(output, RUN);
    if (!files.exists(run) && files.exists(output) && files.listStatus(output).length > 0) {
      throw new RefusedException(output + " is not empty and no output of this program");
    }
    if (resume && files.exists(run) && !read(run).equals(restsOn)) {
      throw new RefusedException(
          output + " was made of other inputs or with other options: run without --resume");
    }
    if (!resume && files.exists(run)) {
      for (FileStatus old : files.listStatus(output)) {
        files.delete(old.getPath(), true);
      }
    }
    files.mkdirs(output);
    try (OutputStream out = files.create(run, true)) {
      out.write(restsOn.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String read(Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The rows of a stage: those it wrote before, or what it makes now. */
  Dataset<Row> stage(String name, Supplier<Dataset<Row>> rows) {
    Path folder = new Path(output, name);
    boolean kept = resume && isDone(folder);
    watch.begin(name, kept);
    if (!kept) {
      named(name, () -> rows.get().write().mode(SaveMode.Overwrite).parquet(folder.toString()));
    }
    return spark.read().parquet(folder.toString());
  }

  /** Runs what a stage does under its name, which the pages and the log of Spark show. */
  private void named(String stage, Runnable work) {
    String before = spark.sparkContext().getLocalProperty(DESCRIPTION);
    spark.sparkContext().setLocalProperty(DESCRIPTION, stage);
    try {
      work.run();
    } finally {
      spark.sparkContext().setLocalProperty(DESCRIPTION, before);
    }
  }

  /** Writes a table for people and other programs, in the formats asked for. */
  Dataset<Row> table(String name, Supplier<Dataset<Row>> rows) {
    Dataset<Row> table = stage(name, rows);
    Path lines = new Path(output, name + ".jsonl");
    if (formats.contains("jsonl") && !(resume && isDone(lines))) {
      // made again: rows that are read back are in no order
      named(name, () -> rows.get().write().mode(SaveMode.Overwrite).json(lines.toString()));
    }
    return table;
  }

  /** Writes a table anew: what is asked for may differ from run to run. */
  void again(String name, Supplier<Dataset<Row>> rows) {
    watch.begin(name, false);
    Path folder = new Path(output, name);
    named(name, () -> rows.get().write().mode(SaveMode.Overwrite).parquet(folder.toString()));
    if (formats.contains("jsonl")) {
      Dataset<Row> written = spark.read().parquet(folder.toString());
      String lines = new Path(output, name + ".jsonl").toString();
      named(name, () -> written.write().mode(SaveMode.Overwrite).json(lines));
    }
  }

  /** A table that was written. */
  Dataset<Row> read(String name) {
    return spark.read().parquet(new Path(output, name).toString());
  }

  void write(String name, String content) throws IOException {
    try (OutputStream out = files.create(new Path(output, name), true)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  private boolean isDone(Path folder) {
    try {
      return files.exists(new Path(folder, "_SUCCESS"));
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot look into " + folder, failure);
    }
  }
}
