package org.twosource.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection that keeps its prepared statements. One thread at a time. */
final class Sql implements AutoCloseable {
  private static final char NUL = 0;

  private final Connection connection;
  private final boolean takesNul;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this(connection, true);
  }

  /**
   * @param takesNul whether a text may hold U+0000; where not, U+FFFD is kept in its place
   */
  Sql(Connection connection, boolean takesNul) {
    this.connection = connection;
    this.takesNul = takesNul;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** What is done in one transaction. */
  interface Work<T> {
    T run() throws SQLException;
  }

  Connection connection() {
    return connection;
  }

  /** All or nothing. */
  <T> T inTransaction(Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.run();
      connection.commit();
      done = true;
      return result;
    } finally {
      if (done) {
        connection.setAutoCommit(true);
      } else {
        rollBack();
      }
    }
  }

  /** After some failures, as of a full disk, the database has rolled back by itself. */
  private void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException ofNoTransaction) {
      // the failure that led here is thrown
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException ofNoTransaction) {
      // the same; the mode is set before the end of a transaction is asked for
    }
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    return statement(sql, values).executeUpdate();
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet found = statement(sql, values).executeQuery()) {
      while (found.next()) {
        rows.add(reader.read(found));
      }
    }
    return rows;
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    try (ResultSet found = statement(sql, values).executeQuery()) {
      return found.next() ? Optional.of(reader.read(found)) : Optional.empty();
    }
  }

  /** Rows one by one; the taker asks nothing of this connection. */
  void each(String sql, RowTaker taker, @Nullable Object... values) throws SQLException {
    try (ResultSet found = statement(sql, values).executeQuery()) {
      while (found.next()) {
        taker.take(found);
      }
    }
  }

  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  private PreparedStatement statement(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int at = 0; at < values.length; at++) {
      statement.setObject(at + 1, taken(values[at]));
    }
    return statement;
  }

  private @Nullable Object taken(@Nullable Object value) {
    return !takesNul && value instanceof String text ? text.replace(NUL, '\ufffd') : value;
  }

  /** Runs a script of statements that end with a semicolon at the end of a line. */
  void script(String script) throws SQLException {
    try (var statement = connection.createStatement()) {
      for (String one : script.split(";\\s*\\n")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }

  /** Closes the statements kept; they are prepared anew when needed. */
  void forgetStatements() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  @Override
  public void close() throws SQLException {
    forgetStatements();
    connection.close();
  }
}
