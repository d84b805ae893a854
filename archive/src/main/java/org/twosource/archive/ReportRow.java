package org.twosource.archive;

import static org.twosource.archive.Schemas.TEXT;
import static org.twosource.archive.Schemas.TEXTS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.twosource.report.Edition;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** A report as columns, as it was received. */
final class ReportRow {
  static final StructType SCHEMA =
      Schemas.of(
          "id", TEXT,
          "source", TEXT,
          "url", TEXT,
          "outlet", TEXT,
          "headline", TEXT,
          "byline", TEXTS,
          "credit", TEXTS,
          "published", TEXT,
          "language", TEXT,
          "guid", TEXT,
          "modified", TEXT,
          "corrections", TEXTS,
          "body", TEXT);

  private ReportRow() {}

  /** The values of {@link #SCHEMA}, in order. */
  static @Nullable Object[] values(Report report) {
    return new @Nullable Object[] {
      report.id(),
      report.source(),
      report.url().orElse(null),
      report.outlet().orElse(null),
      report.headline().orElse(null),
      texts(report.byline()),
      texts(report.credit()),
      report.published().map(PartialDate::iso).orElse(null),
      report.language().orElse(null),
      report.edition().guid().orElse(null),
      report.edition().modified().map(PartialDate::iso).orElse(null),
      texts(report.edition().corrections()),
      report.body()
    };
  }

  /** These columns, then those of the report. */
  static Column[] columns(String... before) {
    return Stream.concat(Arrays.stream(before), Arrays.stream(SCHEMA.fieldNames()))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /**
   * Reads a report back.
   *
   * @param from the column of its id; the others follow
   */
  static Report report(Row row, int from) {
    return new Report(
        row.getString(from),
        row.getString(from + 1),
        text(row, from + 2),
        text(row, from + 3),
        text(row, from + 4),
        row.getList(from + 5),
        row.getList(from + 6),
        text(row, from + 7).map(PartialDate::new),
        text(row, from + 8),
        new Edition(
            text(row, from + 9),
            text(row, from + 10).map(PartialDate::new),
            row.getList(from + 11)),
        row.getString(from + 12));
  }

  private static Optional<String> text(Row row, int column) {
    return Optional.ofNullable(row.getString(column));
  }
}
