package org.twosource.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries everything in one database over to another that has the same tables, empty. */
final class TableCopy {
  /** The tables of a store, each after those that it refers to. */
  static final List<String> TABLES =
      List.of(
          "setting",
          "raw",
          "raw_part",
          "receipt",
          "report",
          "identity",
          "story",
          "member",
          "story_change",
          "decision",
          "act",
          "watch",
          "alert",
          "channel",
          "delivery",
          "forgotten");

  private TableCopy() {}

  /**
   * In the transactions that the two connections are in.
   *
   * @return how many rows
   */
  static long run(Sql from, Sql to) throws SQLException {
    long[] rows = {0};
    for (String table : TABLES) {
      List<String> columns = columns(from, table);
      String insert =
          "insert into "
              + table
              + " ("
              + String.join(", ", columns)
              + ") values ("
              + String.join(", ", Collections.nCopies(columns.size(), "?"))
              + ")";
      from.each(
          "select " + String.join(", ", columns) + " from " + table,
          row -> rows[0] += to.update(insert, values(row, columns.size())));
    }
    return rows[0];
  }

  private static List<String> columns(Sql sql, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (var statement = sql.connection().createStatement();
        ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
      for (int at = 1; at <= none.getMetaData().getColumnCount(); at++) {
        columns.add(none.getMetaData().getColumnName(at));
      }
    }
    return columns;
  }

  private static @Nullable Object[] values(ResultSet row, int columns) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns];
    for (int at = 0; at < columns; at++) {
      values[at] = row.getObject(at + 1);
    }
    return values;
  }
}
