package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.twosource.archive.Schemas.BYTES;
import static org.twosource.archive.Schemas.FLAG;
import static org.twosource.archive.Schemas.INT;
import static org.twosource.archive.Schemas.NUMBER;
import static org.twosource.archive.Schemas.TEXT;
import static org.twosource.archive.Schemas.TEXTS;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.twosource.StoryLineage;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.lineage.Lineage;
import org.twosource.report.Span;
import org.twosource.reuse.Alignment;
import org.twosource.reuse.FurnitureGrams;
import org.twosource.reuse.Passage;
import org.twosource.text.Text;

/** Who copied whom, story by story; one row a story. */
final class CopyTracing {
  static final StructType FAMILY =
      Schemas.of(
          "family", TEXT,
          "reports", TEXTS,
          "origin", TEXT,
          "unseen", FLAG,
          "credit", TEXT);

  /** For later stages: where the reports of a family lie, and the one that speaks for it. */
  private static final StructType PLACED_FAMILY =
      Schemas.join(FAMILY, Schemas.of("places", BYTES, "speaker", INT));

  static final StructType DERIVATION =
      Schemas.of(
          "from", TEXT,
          "to", TEXT,
          "directed", FLAG,
          "degree", TEXT,
          "manner", TEXT,
          "share", NUMBER,
          "confidence", NUMBER,
          "evidence", TEXTS);

  static final StructType PASSAGE =
      Schemas.of(
          "a", TEXT,
          "aStart", INT,
          "aEnd", INT,
          "b", TEXT,
          "bStart", INT,
          "bEnd", INT,
          "manner", TEXT,
          "substance", TEXT,
          "similarity", NUMBER);

  static final StructType SCHEMA =
      Schemas.of(
          "first", INT,
          "families", Schemas.listOf(PLACED_FAMILY),
          "derivations", Schemas.listOf(DERIVATION),
          "passages", Schemas.listOf(PASSAGE),
          "fault", TEXT);

  private CopyTracing() {}

  /**
   * @param reports rows of place and report
   * @param furniture rows of {@link FurnitureSearch}
   * @param storyOf the story of every report, by place
   */
  static Dataset<Row> of(
      Dataset<Row> reports,
      Dataset<Row> furniture,
      Broadcast<int[]> storyOf,
      Tier tier,
      int partitions) {
    Column[] columns = ReportRow.columns("place", "elsewhere");
    Dataset<Row> told =
        reports.withColumn("elsewhere", lit(null).cast(DataTypes.BinaryType)).select(columns);
    Dataset<Row> rows = told.union(bare(furniture, told.schema()).select(columns));
    return rows.withColumn("story", Numbering.of(col("place"), storyOf))
        .repartition(partitions, col("story"))
        .sortWithinPartitions("story", "place")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) own -> new Traced(own, tier), Encoders.row(SCHEMA));
  }

  /** Furniture as rows of reports of which nothing else is said. */
  private static Dataset<Row> bare(Dataset<Row> furniture, StructType schema) {
    Dataset<Row> rows = furniture;
    for (String name : ReportRow.SCHEMA.fieldNames()) {
      rows = rows.withColumn(name, lit(null).cast(schema.apply(name).dataType()));
    }
    return rows;
  }

  static Row row(Derivation derivation) {
    return RowFactory.create(
        derivation.from(),
        derivation.to(),
        derivation.directed(),
        derivation.degree().label(),
        derivation.manner().label(),
        derivation.share(),
        derivation.confidence(),
        derivation.evidence().toArray(String[]::new));
  }

  /** One story after another. */
  private static final class Traced implements Iterator<Row> {
    private static final int REPORT = 2;
    private static final int STORY = REPORT + ReportRow.SCHEMA.length();

    private final Groups stories;
    private final Tier tier;

    Traced(Iterator<Row> rows, Tier tier) {
      this.stories = new Groups(rows, STORY);
      this.tier = tier;
    }

    @Override
    public boolean hasNext() {
      return stories.hasNext();
    }

    @Override
    public Row next() {
      List<Row> rows = stories.next();
      int first = rows.getFirst().getInt(STORY);
      Map<String, Integer> places = new HashMap<>();
      rows.stream()
          .filter(row -> !row.isNullAt(REPORT))
          .forEach(row -> places.put(row.getString(REPORT), row.getInt(0)));
      try {
        StoryLineage.Found found =
            Opened.lineage(tier).of(texts(rows), FurnitureGrams.among(elsewhere(rows)));
        return row(first, found, places);
      } catch (RuntimeException fault) {
        return RowFactory.create(
            first, new Row[0], new Row[0], new Row[0], "the story could not be read: " + fault);
      }
    }

    private static List<Text> texts(List<Row> rows) {
      return rows.stream()
          .filter(row -> !row.isNullAt(REPORT))
          .map(row -> Opened.texts().build(ReportRow.report(row, REPORT)))
          .toList();
    }

    private static long[] elsewhere(List<Row> rows) {
      return rows.stream()
          .filter(row -> row.isNullAt(REPORT))
          .flatMapToLong(row -> LongStream.of(Packed.longs(row.getAs(1))))
          .sorted()
          .distinct()
          .toArray();
    }

    private static Row row(int first, StoryLineage.Found found, Map<String, Integer> places) {
      Lineage lineage = found.lineage();
      return RowFactory.create(
          first,
          lineage.families().stream().map(family -> row(family, places)).toArray(Row[]::new),
          lineage.derivations().stream().map(CopyTracing::row).toArray(Row[]::new),
          found.alignments().stream()
              .flatMap(pair -> pair.passages().stream().map(passage -> row(pair, passage)))
              .toArray(Row[]::new),
          null);
    }

    private static Row row(Family family, Map<String, Integer> places) {
      int[] own = family.reports().stream().mapToInt(places::get).toArray();
      int speaker = family.origin().report().map(places::get).orElse(own[0]);
      return RowFactory.create(
          family.id(),
          family.reports().toArray(String[]::new),
          family.origin().id(),
          family.origin().isUnseen(),
          family.origin().credit().orElse(null),
          Packed.of(own),
          speaker);
    }

    private static Row row(Alignment pair, Passage passage) {
      Span a = passage.aSpan();
      Span b = passage.bSpan();
      return RowFactory.create(
          pair.a(),
          a.start(),
          a.end(),
          pair.b(),
          b.start(),
          b.end(),
          passage.manner().label(),
          passage.substance().name().toLowerCase(java.util.Locale.ROOT),
          passage.similarity());
    }
  }
}
