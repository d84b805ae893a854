package org.twosource.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.twosource.story.StoryBlocks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code twosource archive}, and the class that {@code spark-submit} starts. */
@Command(
    name = "archive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Reads archives of reports (JSON Lines, WARC, Parquet and all that 'read' reads) and writes"
            + " tables: reports, texts, candidates, stories, derivations and families.")
public final class Main implements Callable<Integer> {
  private static final int READ = 0;
  private static final int NOTHING_READ = 2;
  private static final int WRONG_USAGE = 64;
  private static final Set<String> FORMATS = Set.of("parquet", "jsonl");

  @Spec CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      arity = "2..*",
      paramLabel = "IN... OUT",
      description = "Files and folders with reports, and the folder to write.")
  List<String> paths = List.of();

  @Option(
      names = "--master",
      description = "Where Spark runs; local[*] on this machine. spark-submit says it itself.")
  @Nullable String master;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Tasks a stage is divided into (default: three a core). Changes no answer.")
  int partitions;

  @Option(
      names = "--indexes",
      paramLabel = "N",
      description =
          "Indexes that candidates are looked up in, one for each three million reports a gigabyte"
              + " (default: ${DEFAULT-VALUE}). Changes no answer.")
  int indexes = 1;

  @Option(
      names = "--block-reports",
      paramLabel = "N",
      description =
          "Reports from which on stories are looked for in separate blocks of days (default:"
              + " ${DEFAULT-VALUE}).")
  int mostInABlock = StoryBlocks.MOST_REPORTS;

  @Option(
      names = "--with-model",
      description = "Read stories with the encoder, as 'read' does, at a hundred times the cost.")
  boolean withModel;

  @Option(
      names = "--events",
      description =
          "Also tell the events of all stories (PLOVER, CAMEO), each once, with the number of"
              + " families that tell it; some ten milliseconds a family.")
  boolean events;

  @Option(
      names = "--accounts",
      split = ",",
      paramLabel = "STORY",
      description =
          "Also write the whole account of these stories, as 'read' does: claims, distortions,"
              + " brief. With --resume they are added to a run that is done.")
  List<String> accounts = List.of();

  @Option(names = "--resume", description = "Keep the stages that an earlier run has done.")
  boolean resume;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "parquet, or parquet,jsonl (default: ${DEFAULT-VALUE}).")
  List<String> formats = List.of("parquet");

  @Option(names = "--quiet", description = "Say nothing while it runs.")
  boolean quiet;

  public static void main(String[] arguments) {
    int status = new CommandLine(new Main()).execute(arguments);
    if (status != READ) { // else a cluster takes the end of the process for its own fault
      System.exit(status);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!FORMATS.containsAll(formats)) {
      throw wrong("--format " + formats + ": choose among parquet and jsonl");
    }
    if (withModel && Opened.encoder(Tier.MODEL).isEmpty()) {
      throw wrong("--with-model: there is no model here; take the jar that ends in -with-model");
    }
    try (SparkSession spark = session()) {
      return run(spark);
    }
  }

  private SparkSession session() {
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "twosource archive");
    if (master != null || !conf.contains("spark.master")) {
      conf.setMaster(master == null ? "local[*]" : master);
    }
    conf.set("spark.sql.adaptive.enabled", "false")
        .setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.ui.showConsoleProgress", "false");
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private int run(SparkSession spark) throws IOException {
    int tasks =
        partitions > 0 ? partitions : Math.max(3, 3 * spark.sparkContext().defaultParallelism());
    spark.conf().set("spark.sql.shuffle.partitions", tasks);
    try {
      Watch watch = quiet ? Watch.NONE : new TerminalWatch(System.err);
      Counters counters = Job.run(spark, options(tasks), watch);
      if (!quiet) {
        System.err.print(counters.json());
      }
      return counters.input().stored() > 0 ? READ : NOTHING_READ;
    } catch (RefusedException | FileNotFoundException refused) {
      System.err.println("twosource: " + refused.getMessage());
      return WRONG_USAGE;
    }
  }

  private JobOptions options(int tasks) {
    try {
      return new JobOptions(
          paths.subList(0, paths.size() - 1),
          new JobOptions.Output(paths.getLast(), resume, formats),
          new JobOptions.Division(tasks, indexes, mostInABlock),
          withModel ? Tier.MODEL : Tier.WORDS,
          new JobOptions.Extras(events, accounts));
    } catch (IllegalArgumentException bad) {
      throw wrong("--" + bad.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
