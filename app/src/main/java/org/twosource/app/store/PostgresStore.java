package org.twosource.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twosource.app.store.StoreException.Kind;

/**
 * A store in a PostgreSQL database, in the schema that comes first in the search path of its user.
 * One process writes, many read, from whatever machine.
 *
 * <p>The writer holds an advisory lock of its session: it lives and dies with the connection that
 * writes, so a process that was killed or cut off can neither keep others out nor write on.
 */
final class PostgresStore implements Store {
  /** Connections for reading that are kept when nobody reads. */
  private static final int IDLE = 8;

  private static final String KEY = "hashtextextended('twosource ' || current_schema(), 0)";
  private static final String HOLDER =
      "select a.application_name, a.pid from pg_locks l join pg_stat_activity a on a.pid = l.pid"
          + " where l.locktype = 'advisory' and l.granted and l.objsubid = 1"
          + " and l.database = (select oid from pg_database where datname = current_database())"
          + " and ((l.classid::bigint << 32) | l.objid::bigint) = "
          + KEY;

  /** A writer that has just closed its connection holds the lock until the server has noticed. */
  private static final int LOCK_TRIES = 20;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  /** Tables that count their rows, and the column of the number. */
  private static final String[][] NUMBERED = {
    {"receipt", "seq"},
    {"story_change", "number"},
    {"decision", "number"},
    {"act", "number"},
    {"watch", "number"},
    {"channel", "number"}
  };

  private final PostgresAddress address;
  private final @Nullable Sql writer;
  private final ConcurrentLinkedDeque<Sql> readers = new ConcurrentLinkedDeque<>();
  private final AtomicInteger idle = new AtomicInteger();

  private PostgresStore(PostgresAddress address, @Nullable Sql writer) {
    this.address = address;
    this.writer = writer;
  }

  // ---- opening
  // ---------------------------------------------------------------------------------

  static boolean isAt(PostgresAddress address) {
    try (Sql sql = sql(address, false)) {
      return Migrations.POSTGRESQL.check(sql, address.toString()) > 0;
    } catch (SQLException failure) {
      throw told(address, failure);
    }
  }

  /**
   * @param beside for what is made from the store on this machine; made where it is not there
   */
  static PostgresStore open(PostgresAddress address, Path beside) {
    try {
      Files.createDirectories(beside);
      Sql sql = sql(address, true);
      try {
        takeLock(sql, address);
        Migrations.POSTGRESQL.run(sql, address.toString());
        return new PostgresStore(address, sql);
      } catch (SQLException | RuntimeException failure) {
        sql.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw told(address, failure);
    } catch (IOException failure) {
      throw told(beside, failure);
    }
  }

  static PostgresStore openToRead(PostgresAddress address) {
    PostgresStore store = new PostgresStore(address, null);
    try {
      Sql sql = store.reader();
      store.free(sql);
      int steps = Migrations.POSTGRESQL.check(sql, address.toString());
      if (steps == 0) {
        throw new StoreException(
            Kind.MISSING,
            "there is no store in "
                + address
                + ": make one with twosource import --store "
                + address
                + " INPUT");
      }
      if (steps < Migrations.POSTGRESQL.known()) {
        throw new StoreException(
            Kind.FAILED,
            "the store "
                + address
                + " is of an older program: any command that writes (import, rebuild) brings it up to"
                + " date");
      }
      return store;
    } catch (SQLException failure) {
      store.close();
      throw told(address, failure);
    } catch (StoreException refused) {
      store.close();
      throw refused;
    }
  }

  static Optional<String> writerOf(PostgresAddress address) {
    try (Sql sql = sql(address, false)) {
      return holder(sql);
    } catch (SQLException failure) {
      throw told(address, failure);
    }
  }

  private static void takeLock(Sql sql, PostgresAddress address) throws SQLException {
    boolean taken = tryLock(sql);
    for (int tries = 1; !taken && tries < LOCK_TRIES; tries++) {
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      taken = tryLock(sql);
    }
    if (!taken) {
      throw new StoreException(
          Kind.IN_USE,
          "the store "
              + address
              + " is being written by "
              + holder(sql).orElse("another process")
              + ": wait until it ends or stop it; reading commands work meanwhile");
    }
  }

  private static boolean tryLock(Sql sql) throws SQLException {
    return sql.first("select pg_try_advisory_lock(" + KEY + ")", row -> row.getBoolean(1))
        .orElse(false);
  }

  private static Optional<String> holder(Sql sql) throws SQLException {
    return sql.first(
        HOLDER,
        row -> {
          String name = row.getString(1);
          return name != null && name.startsWith("twosource, ")
              ? name.substring("twosource, ".length())
              : "process " + row.getInt(2) + " of the server";
        });
  }

  private static Sql sql(PostgresAddress address, boolean writes) throws SQLException {
    Connection connection = address.connect();
    try (var statement = connection.createStatement()) {
      if (writes) {
        // what is acknowledged is durable, whatever the server's standard is
        statement.execute("set synchronous_commit = on");
      } else {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      return new Sql(connection, false);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private Sql reader() throws SQLException {
    Sql free = readers.poll();
    if (free == null) {
      return sql(address, false);
    }
    idle.decrementAndGet();
    return free;
  }

  private void free(Sql sql) throws SQLException {
    if (idle.incrementAndGet() > IDLE) {
      idle.decrementAndGet();
      sql.close();
    } else {
      readers.push(sql);
    }
  }

  // ---- reading and writing
  // ---------------------------------------------------------------------

  @Override
  public <T> T read(Function<View, T> reading) {
    return reading(sql -> SqlStore.with(sql, reading::apply));
  }

  /** What is asked in one transaction of one connection. */
  private interface Reading<T> {
    T of(Sql sql) throws SQLException;
  }

  private <T> T reading(Reading<T> reading) {
    try {
      Sql sql = reader();
      T answer;
      try {
        answer = sql.inTransaction(() -> reading.of(sql));
      } catch (SQLException failure) {
        // perhaps the server went: the next reader asks it anew
        sql.close();
        throw failure;
      } catch (RuntimeException failure) {
        free(sql);
        throw failure;
      }
      free(sql);
      return answer;
    } catch (SQLException failure) {
      throw told(address, failure);
    }
  }

  private Sql writer() {
    if (writer == null) {
      throw new IllegalStateException("the store " + address + " was opened to read");
    }
    return writer;
  }

  @Override
  public synchronized <T> T write(Function<Change, T> writing) {
    Sql sql = writer();
    try {
      return sql.inTransaction(() -> SqlStore.with(sql, writing::apply));
    } catch (SQLException failure) {
      throw told(address, failure);
    }
  }

  // ---- copies
  // ----------------------------------------------------------------------------------

  /** A backup is the database of a store in a folder, so it can be restored into either. */
  @Override
  public void backup(Path target) {
    Path part = StoreFiles.partOf(target);
    try {
      delete(part);
      try (SqliteStore copy = SqliteStore.open(part)) {
        reading(sql -> copy.take(sql));
      }
      Files.move(part.resolve(SqliteStore.FILE), target, StandardCopyOption.ATOMIC_MOVE);
      delete(part);
    } catch (IOException failure) {
      throw told(target, failure);
    }
  }

  static void restore(Path backup, PostgresAddress address, Path beside) {
    if (isAt(address)) {
      throw new StoreException(
          Kind.FAILED,
          "there is a store in " + address + " already: restore into another database or schema");
    }
    Path part = beside.resolve("restoring");
    try {
      delete(part);
      SqliteStore.restore(backup, part);
      try (SqliteStore copy = SqliteStore.open(part);
          PostgresStore store = open(address, beside)) {
        Sql target = store.writer();
        target.inTransaction(
            () -> {
              long rows = copy.give(target);
              for (String[] numbered : NUMBERED) {
                target.number(
                    "select setval(pg_get_serial_sequence(?, ?), coalesce(max("
                        + numbered[1]
                        + "), 0) + 1, false) from "
                        + numbered[0],
                    numbered[0],
                    numbered[1]);
              }
              return rows;
            });
      }
      delete(part);
    } catch (SQLException failure) {
      throw told(address, failure);
    } catch (IOException failure) {
      throw told(part, failure);
    }
  }

  private static void delete(Path what) throws IOException {
    if (!Files.exists(what)) {
      return;
    }
    try (Stream<Path> all = Files.walk(what)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  @Override
  public synchronized void compact() {
    try {
      Sql sql = writer();
      sql.forgetStatements();
      for (String table : TableCopy.TABLES) {
        sql.script("vacuum full " + table + ";\n");
      }
    } catch (SQLException failure) {
      throw told(address, failure);
    }
  }

  @Override
  public List<Breach> verify(boolean whole) {
    return reading(sql -> Invariants.breaches(sql, whole));
  }

  @Override
  public void close() {
    try {
      for (Sql sql = readers.poll(); sql != null; sql = readers.poll()) {
        sql.close();
      }
      if (writer != null) {
        writer.close();
      }
    } catch (SQLException failure) {
      throw told(address, failure);
    }
  }

  // ---- what went wrong
  // -------------------------------------------------------------------------

  /** By the class of SQLSTATE (PostgreSQL, appendix A). */
  private static StoreException told(PostgresAddress address, SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    String store = "the store " + address;
    String reason = firstLine(failure);
    if (state.equals("53100")) {
      return new StoreException(
          Kind.FULL,
          "the disk that holds "
              + store
              + " is full: free some space and run the command again; nothing acknowledged is lost",
          failure);
    }
    if (state.equals("25006") || state.equals("42501")) {
      return new StoreException(
          Kind.READ_ONLY, store + " may not be written by this user: " + reason, failure);
    }
    if (state.equals("3D000")) {
      return new StoreException(
          Kind.MISSING,
          store + " names no database: make it with createdb (" + reason + ")",
          failure);
    }
    if (state.startsWith("28")) {
      return new StoreException(
          Kind.FAILED,
          store
              + " lets this user not in: name one with user= in the address and keep the password in"
              + " ~/.pgpass ("
              + reason
              + ")",
          failure);
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return new StoreException(
          Kind.FAILED,
          store
              + " cannot be reached: "
              + reason
              + "; nothing acknowledged is lost, run the command again when the server answers",
          failure);
    }
    if (state.startsWith("XX") || state.equals("58030")) {
      return new StoreException(
          Kind.DAMAGED,
          store
              + " is damaged or its disk is ("
              + reason
              + "): restore a backup into another database with twosource restore BACKUP --store NEW",
          failure);
    }
    return new StoreException(Kind.FAILED, store + " could not be used: " + reason, failure);
  }

  private static StoreException told(Path path, IOException failure) {
    return new StoreException(
        Kind.FAILED, path + " could not be used: " + failure.getMessage(), failure);
  }

  private static String firstLine(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
