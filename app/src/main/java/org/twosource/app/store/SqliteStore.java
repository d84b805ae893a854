package org.twosource.app.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.twosource.app.store.StoreException.Kind;

/**
 * A store in one folder: the database {@code twosource.db} (SQLite, write-ahead log, every commit
 * flushed to the disk) and the file {@code lock}. One process writes, many read.
 */
public final class SqliteStore implements Store {
  /** The database in the folder. */
  public static final String FILE = "twosource.db";

  private static final int BUSY_MILLIS = 10_000;

  private final Path folder;
  private final @Nullable WriterLock lock;
  private final @Nullable Sql writer;
  private final ConcurrentLinkedDeque<Sql> readers = new ConcurrentLinkedDeque<>();
  private final boolean frozen;

  /** Which file the database is, as the file system says; absent where it does not say. */
  private final Optional<Object> file;

  private SqliteStore(
      Path folder, @Nullable WriterLock lock, @Nullable Sql writer, boolean frozen) {
    this.folder = folder;
    this.lock = lock;
    this.writer = writer;
    this.frozen = frozen;
    this.file = file(folder);
  }

  private static Optional<Object> file(Path folder) {
    try {
      return Optional.ofNullable(
          Files.readAttributes(folder.resolve(FILE), BasicFileAttributes.class).fileKey());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /**
   * An open file that was deleted can still be written, and all of it is lost when it is closed; so
   * nothing is acknowledged, and nothing shown, of a store that is not in its place any more.
   */
  private void requireInPlace() {
    if (!isAt(folder) || !file(folder).equals(file)) {
      throw new StoreException(
          Kind.MISSING,
          "the store "
              + folder
              + " was moved or deleted while it was open: put the folder back in its place, or end"
              + " this program and name the new place with --store; what was sent since is not kept");
    }
  }

  // ---- opening
  // ---------------------------------------------------------------------------------

  /** Whether a folder holds a store. */
  public static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /** Opens a store to write, and makes it where there is none. */
  public static SqliteStore open(Path folder) {
    return open(folder, "");
  }

  /**
   * Opens a store to write.
   *
   * @param script run on the connection that writes: where a test makes its disk full or read-only
   */
  static SqliteStore open(Path folder, String script) {
    try {
      Files.createDirectories(folder);
      WriterLock lock = WriterLock.take(folder);
      try {
        Sql sql = new Sql(connect(folder, true, false));
        Migrations.SQLITE.run(sql, folder.toString());
        sql.script(script);
        return new SqliteStore(folder, lock, sql, false);
      } catch (SQLException | RuntimeException failure) {
        lock.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw told(folder, failure);
    } catch (IOException failure) {
      throw told(folder, failure);
    }
  }

  /** Opens a store that is there to read; also while another process writes it. */
  public static SqliteStore openToRead(Path folder) {
    if (!isAt(folder)) {
      throw new StoreException(
          Kind.MISSING,
          "there is no store in "
              + folder
              + ": make one with twosource import --store "
              + folder
              + " INPUT");
    }
    // without the right to write its side files, SQLite can read only what nobody writes
    return openToRead(folder, !Files.isWritable(folder));
  }

  /**
   * @param frozen whether nobody writes the store and nothing may be written beside it
   */
  static SqliteStore openToRead(Path folder, boolean frozen) {
    SqliteStore store = new SqliteStore(folder, null, null, frozen);
    try {
      Sql sql = store.reader();
      if (Migrations.SQLITE.check(sql, folder.toString()) < Migrations.SQLITE.known()) {
        throw new StoreException(
            Kind.FAILED,
            "the store "
                + folder
                + " is of an older program: any command that writes (import, rebuild) brings it up to"
                + " date");
      }
      store.readers.push(sql);
      return store;
    } catch (SQLException failure) {
      store.close();
      throw told(folder, failure);
    }
  }

  /** The process that writes the store now; asked by a process that does not. */
  public static Optional<String> writerOf(Path folder) {
    try {
      return WriterLock.holder(folder);
    } catch (IOException failure) {
      throw told(folder, failure);
    }
  }

  private static Connection connect(Path folder, boolean writes, boolean frozen)
      throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    if (writes) {
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    } else {
      config.setReadOnly(true);
    }
    String uri =
        "jdbc:sqlite:file:"
            + folder
                .resolve(FILE)
                .toAbsolutePath()
                .toString()
                .replace("%", "%25")
                .replace("?", "%3f")
            + (writes ? "" : frozen ? "?immutable=1" : "?mode=ro");
    return config.createConnection(uri);
  }

  private Sql reader() throws SQLException {
    Sql free = readers.poll();
    return free != null ? free : new Sql(connect(folder, false, frozen));
  }

  private Sql writer() {
    if (writer == null) {
      throw new IllegalStateException("the store " + folder + " was opened to read");
    }
    return writer;
  }

  // ---- reading and writing
  // ---------------------------------------------------------------------

  @Override
  public <T> T read(Function<View, T> reading) {
    try {
      Sql sql = reader();
      try {
        requireInPlace();
        return sql.inTransaction(() -> SqlStore.with(sql, reading::apply));
      } finally {
        readers.push(sql);
      }
    } catch (SQLException failure) {
      requireInPlace();
      throw told(folder, failure);
    }
  }

  @Override
  public synchronized <T> T write(Function<Change, T> writing) {
    Sql sql = writer();
    try {
      return sql.inTransaction(
          () -> {
            T written = SqlStore.with(sql, writing::apply);
            requireInPlace();
            return written;
          });
    } catch (SQLException failure) {
      requireInPlace();
      throw told(folder, failure);
    }
  }

  @Override
  public void backup(Path target) {
    Path part = StoreFiles.partOf(target);
    try {
      Path parent = target.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.deleteIfExists(part);
      Sql sql = reader();
      try {
        sql.update("vacuum into ?", part.toAbsolutePath().toString());
      } finally {
        readers.push(sql);
      }
      try (var channel =
          java.nio.channels.FileChannel.open(part, java.nio.file.StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException failure) {
      throw told(folder, failure);
    } catch (IOException failure) {
      throw told(target, failure);
    }
  }

  /** Makes a store from a backup, in a folder that has none. */
  public static void restore(Path backup, Path folder) {
    if (isAt(folder)) {
      throw new StoreException(
          Kind.FAILED, "there is a store in " + folder + " already: restore into another folder");
    }
    try {
      Files.createDirectories(folder);
      Path part = folder.resolve(FILE + ".part");
      Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw told(backup, failure);
    }
  }

  /** Fills this store, which is empty, with everything of another database. */
  synchronized long take(Sql from) throws SQLException {
    Sql sql = writer();
    return sql.inTransaction(() -> TableCopy.run(from, sql));
  }

  /** Fills another database, which is empty, with everything of this store. */
  synchronized long give(Sql to) throws SQLException {
    Sql sql = writer();
    return sql.inTransaction(() -> TableCopy.run(sql, to));
  }

  @Override
  public synchronized void compact() {
    Sql sql = writer();
    try {
      sql.forgetStatements();
      sql.script("vacuum;\npragma wal_checkpoint(truncate);\n");
    } catch (SQLException failure) {
      throw told(folder, failure);
    }
  }

  @Override
  public List<Breach> verify(boolean whole) {
    List<Breach> breaches = new ArrayList<>();
    try {
      Sql sql = reader();
      try {
        sql.each(
            whole ? "pragma integrity_check(20)" : "pragma quick_check(20)",
            row -> {
              if (!row.getString(1).equals("ok")) {
                breaches.add(new Breach("the database is whole", row.getString(1)));
              }
            });
        breaches.addAll(Invariants.breaches(sql, whole));
      } finally {
        readers.push(sql);
      }
    } catch (SQLException failure) {
      throw told(folder, failure);
    }
    return breaches;
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
      if (lock != null) {
        lock.close();
      }
    } catch (SQLException failure) {
      throw told(folder, failure);
    } catch (IOException failure) {
      throw told(folder, failure);
    }
  }

  // ---- what went wrong
  // -------------------------------------------------------------------------

  private static StoreException told(Path folder, SQLException failure) {
    SQLiteErrorCode code =
        failure instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    String name = code.name();
    if (name.startsWith("SQLITE_FULL")) {
      return new StoreException(
          Kind.FULL,
          "the disk that holds the store "
              + folder
              + " is full: free some space and run the command again; nothing acknowledged is lost",
          failure);
    }
    if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN")) {
      return readOnly(folder, failure);
    }
    if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
      return new StoreException(
          Kind.DAMAGED,
          "the store "
              + folder
              + " is damaged ("
              + name.toLowerCase(Locale.ROOT)
              + "): restore a backup into a new folder with twosource restore BACKUP --store NEW,"
              + " then import again what came after it",
          failure);
    }
    return new StoreException(
        Kind.FAILED,
        "the store " + folder + " could not be used: " + failure.getMessage(),
        failure);
  }

  private static StoreException readOnly(Path folder, Exception failure) {
    return new StoreException(
        Kind.READ_ONLY,
        "the store "
            + folder
            + " may not be written: give this user the right to write the folder and what is in it,"
            + " or name another with --store",
        failure);
  }

  private static StoreException told(Path path, IOException failure) {
    String reason = String.valueOf(failure.getMessage());
    if (failure instanceof AccessDeniedException || reason.contains("Read-only file system")) {
      return readOnly(path, failure);
    }
    if (reason.contains("No space left")) {
      return new StoreException(
          Kind.FULL, "the disk that holds " + path + " is full: free some space", failure);
    }
    if (failure instanceof NoSuchFileException) {
      return new StoreException(Kind.MISSING, "there is no " + reason, failure);
    }
    return new StoreException(
        Kind.FAILED,
        path
            + " could not be used: "
            + (failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : reason),
        failure);
  }
}
