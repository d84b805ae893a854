package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.twosource.Pipeline;
import org.twosource.story.BlockPlan;

/**
 * One run: the stages in order, each of which writes a folder. Folders under {@code work} are for
 * the next stages alone; the others are the answer.
 */
final class Job {
  private static final StructType PLACE = Schemas.of("place", Schemas.INT);

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final JobOptions options;
  private final int partitions;
  private final Checkpoints checkpoints;

  private Job(SparkSession spark, JobOptions options, Checkpoints checkpoints) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.options = options;
    this.partitions = options.division().partitions();
    this.checkpoints = checkpoints;
  }

  /**
   * Runs all stages that are not done.
   *
   * @throws RefusedException when the output holds something else, or an account is asked for of a
   *     story that is not there
   */
  static Counters run(SparkSession spark, JobOptions options, Watch watch)
      throws IOException, RefusedException {
    InputFiles files = new InputFiles(spark.sparkContext().hadoopConfiguration());
    List<InputPiece> pieces = files.list(options.inputs());
    Checkpoints checkpoints =
        Checkpoints.open(spark, options.output(), restsOn(pieces, options), watch);
    Job job = new Job(spark, options, checkpoints);
    Counters counters = job.run(pieces, files);
    checkpoints.write("metrics.json", counters.json());
    job.refuseUnknownStories();
    return counters;
  }

  /** Last, so that a slip of the pen costs no table. */
  private void refuseUnknownStories() throws RefusedException {
    List<String> unknown = new ArrayList<>(options.extras().accounts());
    if (!unknown.isEmpty()) {
      unknown.removeAll(
          checkpoints.read("accounts").select("story").as(Encoders.STRING()).collectAsList());
    }
    if (!unknown.isEmpty()) {
      throw new RefusedException(
          "--accounts: there is no story "
              + String.join(", ", unknown)
              + "; all else was written, the ids are in the table of stories");
    }
  }

  /** What the answer depends on: the program, its options and the inputs by name, size and time. */
  private static String restsOn(List<InputPiece> pieces, JobOptions options) {
    CRC32 digest = new CRC32();
    pieces.stream()
        .map(InputPiece::toString)
        .sorted()
        .forEach(piece -> digest.update(piece.getBytes(StandardCharsets.UTF_8)));
    return "twosource %s, %s, inputs %d of %x%n"
        .formatted(Pipeline.VERSION, options.answerDependsOn(), pieces.size(), digest.getValue());
  }

  private Counters run(List<InputPiece> pieces, InputFiles files) {
    Dataset<Row> read = work("read", () -> read(pieces, files));
    Dataset<Row> ordered = work("ordered", () -> ordered(read));
    Dataset<Row> reports =
        table("reports", () -> ordered.orderBy("place").select(ReportRow.columns("place")));
    Dataset<Row> keys = ordered.select(names(PLACE, ReportReading.TEXT_SCHEMA));
    Dataset<Row> unreadable = table("unreadable", () -> ReportReading.unreadable(read));
    table("texts", () -> ReportReading.texts(ordered));
    table("prints", () -> Prints.of(ordered));
    int stored = Math.toIntExact(ordered.count());

    Dataset<Row> candidates = work("candidates", () -> candidates(keys, stored));
    table("candidates", () -> named(candidates, reports));
    Dataset<Row> proposals = work("proposals", () -> StoryProposals.of(keys));
    Dataset<Row> stories = work("stories", () -> stories(reports, proposals));
    table(
        "stories",
        () -> stories.orderBy("first").select("id", "title", "from", "to", "reports", "why"));

    Broadcast<int[]> storyOf = context.broadcast(StoryPlacing.storyOf(stories, stored));
    Dataset<Row> furniture = work("furniture", () -> furniture(keys, storyOf));
    Dataset<Row> copying =
        work(
            "copying",
            () -> CopyTracing.of(reports, furniture, storyOf, options.tier(), partitions));
    Dataset<Row> traced =
        copying.join(stories.select(col("first"), col("id").as("story")), "first");
    Dataset<Row> families = table("families", () -> each(traced, "families", CopyTracing.FAMILY));
    Dataset<Row> derivations =
        table("derivations", () -> each(traced, "derivations", CopyTracing.DERIVATION));
    table("passages", () -> each(traced, "passages", CopyTracing.PASSAGE));

    Dataset<Row> placed =
        traced.select(col("first"), col("story"), explode(col("families")).as("one"));
    Dataset<Row> reprints =
        work("reprints", () -> ReprintSearch.of(reports, candidates, storyOf, partitions));
    table(
        "reprints",
        () ->
            reprints
                .orderBy("toPlace", "fromPlace")
                .select(names(CopyTracing.DERIVATION, new StructType())));
    table("lineages", () -> lineages(placed, reprints, reports, storyOf, stored));
    extras(placed, stories, reports, storyOf);

    long all = read.count();
    long bad = unreadable.count();
    return new Counters(
        new Counters.Input(all, stored, all - bad - stored, bad),
        new Counters.Found(
            candidates.count(),
            stories.count(),
            families.count(),
            derivations.count(),
            reprints.count()),
        copying.where(col("fault").isNotNull()).count());
  }

  /** What is made where it is asked for. */
  private void extras(
      Dataset<Row> placed, Dataset<Row> stories, Dataset<Row> reports, Broadcast<int[]> storyOf) {
    if (options.extras().events()) {
      Dataset<Row> speakers =
          placed.select(
              col("first"), col("story"), col("one.family"), col("one.speaker").as("place"));
      Dataset<Row> events =
          work("events", () -> EventCounting.of(speakers, reports, options.tier(), partitions));
      table("events", () -> events.orderBy("first", "report", "start").drop("first"));
    }
    Object[] chosen = options.extras().accounts().toArray();
    if (chosen.length > 0) {
      Dataset<Row> wanted = stories.where(col("id").isin(chosen));
      checkpoints.again("accounts", () -> AccountWriting.of(wanted, reports, storyOf, partitions));
    }
  }

  private Dataset<Row> work(String name, Supplier<Dataset<Row>> rows) {
    return checkpoints.stage("work/" + name, rows);
  }

  private Dataset<Row> table(String name, Supplier<Dataset<Row>> rows) {
    return checkpoints.table(name, rows);
  }

  private Dataset<Row> read(List<InputPiece> pieces, InputFiles files) {
    List<InputPiece> others = pieces.stream().filter(one -> !TableReports.isTable(one)).toList();
    List<InputPiece> tables = pieces.stream().filter(TableReports::isTable).toList();
    int tasks = Math.clamp(others.size(), 1, 8 * partitions);
    JavaRDD<Row> rows = ReportReading.of(context.parallelize(others, tasks), files::read);
    if (!tables.isEmpty()) {
      rows = rows.union(ReportReading.of(TableReports.of(spark, tables), TableReports::read));
    }
    return spark.createDataFrame(rows, ReportReading.SCHEMA);
  }

  private Dataset<Row> ordered(Dataset<Row> read) {
    Dataset<Row> distinct = ReportOrder.distinct(read);
    JavaRDD<Row> placed = ReportOrder.placed(distinct, partitions);
    return spark.createDataFrame(placed, Schemas.join(PLACE, distinct.schema()));
  }

  private Dataset<Row> candidates(Dataset<Row> keys, int stored) {
    Dataset<Row> shared =
        work("shared", () -> CandidateSearch.shared(keys, options.division().indexes()));
    Broadcast<int[]> weights = context.broadcast(CandidateSearch.weights(shared, stored));
    return CandidateSearch.ranked(shared, weights, partitions);
  }

  /** Candidates by the ids of the reports. */
  private static Dataset<Row> named(Dataset<Row> candidates, Dataset<Row> reports) {
    Dataset<Row> own = reports.select(col("place"), col("id").as("report"));
    Dataset<Row> others = reports.select(col("place").as("other"), col("id").as("candidate"));
    return candidates
        .join(own, "place")
        .join(others, "other")
        .orderBy("place", "rank")
        .select("report", "candidate", "containment");
  }

  private Dataset<Row> stories(Dataset<Row> reports, Dataset<Row> proposals) {
    List<BlockPlan.PlannedReport> proposed = StoryProposals.collected(proposals);
    int[] blocks = BlockPlan.of(proposed, options.division().mostInABlock()).blocks();
    long lastDay = proposed.isEmpty() ? 0 : proposed.getLast().day();
    return StoryPlacing.of(
        reports, proposals, context.broadcast(blocks), lastDay, options.tier(), partitions);
  }

  private Dataset<Row> furniture(Dataset<Row> keys, Broadcast<int[]> storyOf) {
    Broadcast<boolean[]> alone = context.broadcast(alone(storyOf.value()));
    return FurnitureSearch.of(keys, storyOf, alone, partitions);
  }

  /** By place: whether the story has one report. */
  private static boolean[] alone(int[] storyOf) {
    int[] sizes = new int[storyOf.length];
    for (int story : storyOf) {
      sizes[story]++;
    }
    boolean[] alone = new boolean[storyOf.length];
    for (int place = 0; place < alone.length; place++) {
      alone[place] = sizes[storyOf[place]] == 1;
    }
    return alone;
  }

  private Dataset<Row> lineages(
      Dataset<Row> placed,
      Dataset<Row> reprints,
      Dataset<Row> reports,
      Broadcast<int[]> storyOf,
      int stored) {
    Dataset<Row> families = placed.select(col("one.places").as("places"));
    Broadcast<int[]> lineageOf = context.broadcast(Lineages.of(families, reprints, stored));
    return reports
        .select("place", "id")
        .withColumn("first", Numbering.of(col("place"), lineageOf))
        .withColumn("story", Numbering.of(col("place"), storyOf))
        .groupBy("first")
        .agg(
            sort_array(collect_list(struct("place", "id"))).as("members"),
            functions.countDistinct("story").as("stories"))
        .orderBy("first")
        .select(
            col("members").getItem(0).getField("id").as("lineage"),
            col("members.id").as("reports"),
            col("stories"));
  }

  /** One row an element of a list that stories have, in order of the stories. */
  private static Dataset<Row> each(Dataset<Row> stories, String list, StructType element) {
    List<Column> columns = new ArrayList<>(List.of(col("story")));
    Arrays.stream(element.fieldNames()).map(name -> col("one." + name)).forEach(columns::add);
    return stories
        .orderBy("first")
        .select(col("story"), explode(col(list)).as("one"))
        .select(columns.toArray(Column[]::new));
  }

  private static Column[] names(StructType first, StructType then) {
    return Arrays.stream(Schemas.join(first, then).fieldNames())
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
