package org.twosource.archive;

import static org.apache.spark.sql.functions.col;
import static org.twosource.archive.Schemas.BYTES;
import static org.twosource.archive.Schemas.INT;
import static org.twosource.archive.Schemas.LONG;
import static org.twosource.archive.Schemas.TEXT;
import static org.twosource.archive.Schemas.TEXTS;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;
import org.twosource.report.Unreadable;
import org.twosource.reuse.FurnitureGrams;
import org.twosource.reuse.SampledNgrams;
import org.twosource.story.HeavyWords;
import org.twosource.text.Part;
import org.twosource.text.Sentence;
import org.twosource.text.Text;

/**
 * The first stage: files to reports and what later stages ask of each report alone, so that its
 * text is divided once for all of them. What could not be read is a row with a reason.
 */
final class ReportReading {
  /** Of text parts and sentences. */
  static final StructType PIECE = Schemas.of("kind", TEXT, "start", INT, "end", INT);

  /** What is known of a report once its text is divided. */
  static final StructType TEXT_SCHEMA =
      Schemas.of(
          "readAs", TEXT,
          "day", TEXT,
          "dayFrom", TEXT,
          "parts", Schemas.listOf(PIECE),
          "sentences", Schemas.listOf(PIECE),
          "prose", LONG,
          "ngrams", BYTES,
          "phrases", BYTES,
          "stems", TEXTS,
          "shares", BYTES);

  /** Where and why something could not be read. */
  static final StructType FAULT_SCHEMA = Schemas.of("at", TEXT, "offset", LONG, "reason", TEXT);

  /** {@code order} sorts as {@link org.twosource.text.PublicationOrder} does. */
  static final StructType SCHEMA =
      Schemas.join(
          Schemas.join(
              Schemas.join(Schemas.of("order", BYTES, "content", LONG), FAULT_SCHEMA),
              ReportRow.SCHEMA),
          TEXT_SCHEMA);

  private static final int VALUES = SCHEMA.length();

  private ReportReading() {}

  /** Reads what lies in a piece of an input. */
  interface PieceReader<T> extends Serializable {
    void read(T piece, Consumer<Report> report, Consumer<Unreadable> unreadable);
  }

  static <T> JavaRDD<Row> of(JavaRDD<T> pieces, PieceReader<T> reader) {
    return pieces.mapPartitions(own -> new Rows<>(own, reader));
  }

  /** The table of what could not be read. */
  static Dataset<Row> unreadable(Dataset<Row> read) {
    return read.where(col("reason").isNotNull())
        .select(col("at").as("source"), col("offset"), col("reason"))
        .orderBy("source", "offset", "reason");
  }

  /** The table of divided texts. */
  static Dataset<Row> texts(Dataset<Row> ordered) {
    return ordered
        .orderBy("place")
        .select(
            col("place"),
            col("id"),
            col("readAs").as("language"),
            col("day").as("published"),
            col("dayFrom").as("publishedFrom"),
            col("parts"),
            col("sentences"));
  }

  /** The rows of some pieces, read one piece at a time. */
  private static final class Rows<T> implements Iterator<Row> {
    private final Iterator<T> pieces;
    private final PieceReader<T> reader;
    private final SampledNgrams ngrams = new SampledNgrams();
    private final HeavyWords.Reader words = new HeavyWords.Reader();
    private Iterator<Row> read = List.<Row>of().iterator();

    Rows(Iterator<T> pieces, PieceReader<T> reader) {
      this.pieces = pieces;
      this.reader = reader;
    }

    @Override
    public boolean hasNext() {
      while (!read.hasNext() && pieces.hasNext()) {
        List<Row> rows = new ArrayList<>();
        reader.read(
            pieces.next(),
            report -> rows.add(row(report)),
            bad -> rows.add(ReportReading.row(bad)));
        read = rows.iterator();
      }
      return read.hasNext();
    }

    @Override
    public Row next() {
      return read.next();
    }

    private Row row(Report report) {
      Text text;
      try {
        text = Opened.texts().build(report);
      } catch (RuntimeException fault) {
        return ReportReading.row(
            new Unreadable(report.source(), 0, "the stage text failed: " + fault));
      }
      @Nullable Object[] values = new @Nullable Object[VALUES];
      int at = 0;
      values[at++] = OrderKey.of(text);
      values[at++] = Contents.of(report);
      at += FAULT_SCHEMA.length();
      for (Object value : ReportRow.values(report)) {
        values[at++] = value;
      }
      HeavyWords heavy = words.read(text);
      values[at++] = text.readAs();
      values[at++] = text.published().date().map(PartialDate::iso).orElse(null);
      values[at++] = text.published().from().label();
      values[at++] = text.parts().stream().map(ReportReading::piece).toArray(Row[]::new);
      values[at++] = text.sentences().stream().map(ReportReading::piece).toArray(Row[]::new);
      values[at++] = Contents.ofProse(text).orElse(null);
      values[at++] = Packed.of(ngrams.of(text));
      values[at++] = Packed.of(FurnitureGrams.of(text));
      values[at++] = heavy.stems();
      values[at] = Packed.of(heavy.shares());
      return RowFactory.create(values);
    }
  }

  private static Row row(Unreadable bad) {
    @Nullable Object[] values = new @Nullable Object[VALUES];
    values[2] = bad.source();
    values[3] = bad.offset();
    values[4] = bad.reason();
    return RowFactory.create(values);
  }

  private static Row piece(Part part) {
    return RowFactory.create(part.kind().label(), part.span().start(), part.span().end());
  }

  private static Row piece(Sentence sentence) {
    return RowFactory.create(sentence.part().label(), sentence.start(), sentence.end());
  }
}
