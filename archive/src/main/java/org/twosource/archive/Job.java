package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
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
  private final Watch watch;

  Job(SparkSession spark, JobOptions options, Watch watch) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.options = options;
    this.watch = watch;
  }

  Counters run() throws IOException, RefusedException {
    InputFiles files = new InputFiles(spark.sparkContext().hadoopConfiguration());
    List<InputPiece> pieces = files.list(options.inputs());
    Checkpoints at =
        Checkpoints.open(spark, options.output(), options.resume(), restsOn(pieces), watch);
    List<String> formats = options.formats();
    int partitions = options.partitions();

    Dataset<Row> read = at.stage("work/read", () -> read(pieces, files));
    Dataset<Row> ordered = at.stage("work/ordered", () -> ordered(read));
    Dataset<Row> reports =
        at.table("reports", formats, () -> ordered.select(names(PLACE, ReportRow.SCHEMA)));
    Dataset<Row> keys = ordered.select(names(PLACE, ReportReading.TEXT_SCHEMA));
    Dataset<Row> unreadable =
        at.table(
            "unreadable",
            formats,
            () ->
                read.where(col("reason").isNotNull())
                    .select(col("at").as("source"), col("offset"), col("reason")));
    at.table(
        "texts",
        formats,
        () -> ordered.select("place", "id", "readAs", "day", "dayFrom", "parts", "sentences"));
    at.table("prints", formats, () -> prints(ordered));
    int stored = Math.toIntExact(ordered.count());

    Dataset<Row> candidates = at.stage("work/candidates", () -> candidates(at, keys, stored));
    at.table("candidates", formats, () -> named(candidates, reports));
    Dataset<Row> proposals = at.stage("work/proposals", () -> StoryProposals.of(keys));
    Dataset<Row> placed = at.stage("work/stories", () -> stories(reports, proposals));
    at.table(
        "stories",
        formats,
        () -> placed.orderBy("first").select("id", "title", "from", "to", "reports", "why"));

    Dataset<Row> copying =
        at.stage("work/copying", () -> copying(at, reports, keys, placed, stored));
    Dataset<Row> traced = copying.join(placed.select(col("first"), col("id").as("story")), "first");
    Dataset<Row> families =
        at.table("families", formats, () -> unfolded(traced, "families", CopyTracing.FAMILY));
    Dataset<Row> derivations =
        at.table(
            "derivations", formats, () -> unfolded(traced, "derivations", CopyTracing.DERIVATION));
    at.table("passages", formats, () -> unfolded(traced, "passages", CopyTracing.PASSAGE));

    long bad = unreadable.count();
    long all = read.count();
    Counters counters =
        new Counters(
            all,
            stored,
            all - bad - stored,
            bad,
            candidates.count(),
            placed.count(),
            families.count(),
            derivations.count(),
            copying.where(col("fault").isNotNull()).count());
    at.write("metrics.json", counters.json());
    return counters;
  }

  /** What the answer depends on: the program, its options and the inputs by name, size and time. */
  private String restsOn(List<InputPiece> pieces) {
    CRC32 digest = new CRC32();
    pieces.stream()
        .map(InputPiece::toString)
        .sorted()
        .forEach(piece -> digest.update(piece.getBytes(StandardCharsets.UTF_8)));
    return "twosource "
        + Pipeline.VERSION
        + ", "
        + options.answerDependsOn()
        + ", inputs "
        + pieces.size()
        + " of "
        + Long.toHexString(digest.getValue())
        + "\n";
  }

  private Dataset<Row> read(List<InputPiece> pieces, InputFiles files) {
    int tasks = Math.max(1, Math.min(pieces.size(), 8 * options.partitions()));
    return spark.createDataFrame(
        ReportReading.of(context.parallelize(pieces, tasks), files), ReportReading.SCHEMA);
  }

  private Dataset<Row> ordered(Dataset<Row> read) {
    Dataset<Row> distinct = ReportOrder.distinct(read);
    JavaRDD<Row> placed = ReportOrder.placed(distinct, options.partitions());
    return spark.createDataFrame(placed, Schemas.join(PLACE, distinct.schema()));
  }

  /** Texts of the same prose: the first report is what the others are prints of. */
  private static Dataset<Row> prints(Dataset<Row> ordered) {
    Column ofText = min("place").over(Window.partitionBy("prose"));
    Dataset<Row> prints =
        ordered
            .where(col("prose").isNotNull())
            .select("place", "id", "prose")
            .withColumn("first", ofText)
            .withColumn("prints", count(lit(1)).over(Window.partitionBy("prose")))
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

  private Dataset<Row> candidates(Checkpoints at, Dataset<Row> keys, int stored) {
    Dataset<Row> shared =
        at.stage("work/shared", () -> CandidateSearch.shared(keys, options.indexes()));
    Broadcast<int[]> weights = context.broadcast(CandidateSearch.weights(shared, stored));
    return CandidateSearch.ranked(shared, weights, options.partitions());
  }

  /** Candidates by the ids of the reports. */
  private static Dataset<Row> named(Dataset<Row> candidates, Dataset<Row> reports) {
    Dataset<Row> own = reports.select(col("place"), col("id").as("report"));
    Dataset<Row> others = reports.select(col("place").as("other"), col("id").as("candidate"));
    return candidates
        .join(own, "place")
        .join(others, "other")
        .orderBy(col("place"), col("containment").desc(), col("other"))
        .select("report", "candidate", "containment");
  }

  private Dataset<Row> stories(Dataset<Row> reports, Dataset<Row> proposals) {
    List<BlockPlan.Proposal> proposed = StoryProposals.collected(proposals);
    int[] blocks = BlockPlan.of(proposed, options.mostInABlock()).blocks();
    long lastDay = proposed.isEmpty() ? 0 : proposed.getLast().day();
    return StoryPlacing.of(
        reports,
        proposals,
        context.broadcast(blocks),
        lastDay,
        options.tier(),
        options.partitions());
  }

  private Dataset<Row> copying(
      Checkpoints at, Dataset<Row> reports, Dataset<Row> keys, Dataset<Row> placed, int stored) {
    int[] storyOf = StoryPlacing.storyOf(placed, stored);
    Broadcast<int[]> everywhere = context.broadcast(storyOf);
    Broadcast<boolean[]> alone = context.broadcast(alone(storyOf));
    Dataset<Row> furniture =
        at.stage(
            "work/furniture",
            () -> FurnitureSearch.of(keys, everywhere, alone, options.partitions()));
    return CopyTracing.of(reports, furniture, everywhere, options.tier(), options.partitions());
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

  /** One row an element of a list that stories have, in order of the stories. */
  private static Dataset<Row> unfolded(Dataset<Row> stories, String list, StructType element) {
    List<Column> columns = new ArrayList<>(List.of(col("story")));
    Arrays.stream(element.fieldNames()).map(name -> col("one." + name)).forEach(columns::add);
    return stories
        .orderBy("first")
        .select(col("story"), explode(col(list)).as("one"))
        .select(columns.toArray(Column[]::new));
  }

  private static Column[] names(StructType first, StructType then) {
    return Arrays.stream(Schemas.join(first, then).fieldNames())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
