package org.twosource.app.store;

import java.nio.file.Path;
import java.util.Optional;

/** Where a store is: in a folder, or in a database with a folder beside it. */
public sealed interface StorePlace {
  /** How the address of a database begins. */
  String DATABASE = "jdbc:postgresql:";

  /**
   * The folder of the store, or the one beside the database: for what can be made again, and for
   * keys. It need not be there yet.
   */
  Path folder();

  /** Whether a store is there. */
  boolean isThere();

  /** Opens the store to write, and makes it where there is none. */
  Store open();

  /** Opens a store that is there to read; also while another process writes it. */
  Store openToRead();

  /** The process that writes the store now; asked by a process that does not. */
  Optional<String> writer();

  /** Makes a store from a backup where there is none. */
  void restore(Path backup);

  static StorePlace in(Path folder) {
    return new Folder(folder);
  }

  /**
   * @param url begins with {@link #DATABASE}
   * @param beside for what is made from the store on this machine
   */
  static StorePlace at(String url, Path beside) {
    return new Database(new PostgresAddress(url), beside);
  }

  /** SQLite in a folder. */
  record Folder(Path folder) implements StorePlace {
    @Override
    public boolean isThere() {
      return SqliteStore.isAt(folder);
    }

    @Override
    public Store open() {
      return SqliteStore.open(folder);
    }

    @Override
    public Store openToRead() {
      return SqliteStore.openToRead(folder);
    }

    @Override
    public Optional<String> writer() {
      return isThere()
          ? SqliteStore.writerOf(folder).map(pid -> "process " + pid)
          : Optional.empty();
    }

    @Override
    public void restore(Path backup) {
      SqliteStore.restore(backup, folder);
    }

    @Override
    public String toString() {
      return folder.toString();
    }
  }

  /** A PostgreSQL database. */
  record Database(PostgresAddress address, Path folder) implements StorePlace {
    @Override
    public boolean isThere() {
      return PostgresStore.isAt(address);
    }

    @Override
    public Store open() {
      return PostgresStore.open(address, folder);
    }

    @Override
    public Store openToRead() {
      return PostgresStore.openToRead(address);
    }

    @Override
    public Optional<String> writer() {
      return PostgresStore.writerOf(address);
    }

    @Override
    public void restore(Path backup) {
      PostgresStore.restore(backup, address, folder);
    }

    @Override
    public String toString() {
      return address.toString();
    }
  }
}
