package org.twosource.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, and what is true of a folder. */
class SqliteStoreTest extends StoreContract {
  @TempDir Path folder;
  @TempDir Path elsewhere;

  @Override
  Store open() {
    return SqliteStore.open(folder);
  }

  @Test
  void aSecondWriterIsRefusedWithTheProcessOfTheFirst() {
    assertThatThrownBy(() -> SqliteStore.open(folder))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("process " + ProcessHandle.current().pid());
  }

  @Test
  void theLockOfADeadProcessIsTakenOver() throws IOException {
    Files.writeString(elsewhere.resolve("lock"), "999999\n");
    try (Store store = SqliteStore.open(elsewhere)) {
      assertThat(store.read(Store.View::lastReceipt)).isZero();
    }
    assertThat(Files.readString(elsewhere.resolve("lock")).strip())
        .isEqualTo("" + ProcessHandle.current().pid());
  }

  @Test
  void aReaderReadsWhileAnotherWritesAndMayNotWrite() {
    try (Store reader = SqliteStore.openToRead(folder)) {
      assertThat(reader.read(Store.View::lastReceipt)).isZero();
      assertThatThrownBy(() -> reader.write(change -> change.undoDecision(1, "now")))
          .hasMessageContaining("opened to read");
    }
  }

  @Test
  void aNewerStoreIsRefusedInOneLine() throws SQLException {
    try (Store made = SqliteStore.open(elsewhere)) {
      assertThat(made.read(Store.View::lastReceipt)).isZero();
    }
    try (Connection direct =
            DriverManager.getConnection("jdbc:sqlite:" + elsewhere.resolve(SqliteStore.FILE));
        var statement = direct.createStatement()) {
      statement.execute("insert into migration values (999, '999-later.sql', 'x')");
    }
    assertThatThrownBy(() -> SqliteStore.openToRead(elsewhere))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMigrationInOtherWordsIsRefused() throws SQLException {
    SqliteStore.open(elsewhere).close();
    try (Connection direct =
            DriverManager.getConnection("jdbc:sqlite:" + elsewhere.resolve(SqliteStore.FILE));
        var statement = direct.createStatement()) {
      statement.execute("update migration set sum = 'other'");
    }
    assertThatThrownBy(() -> SqliteStore.open(elsewhere)).hasMessageContaining("001-first.sql");
  }

  @Test
  void aMissingStoreSaysHowToMakeOne() {
    assertThatThrownBy(() -> SqliteStore.openToRead(elsewhere))
        .hasMessageContaining("no store")
        .hasMessageContaining("twosource import --store");
  }

  @Test
  void aDamagedDatabaseSaysWhatToDo() throws IOException {
    Files.writeString(elsewhere.resolve(SqliteStore.FILE), "this is no database ".repeat(500));
    assertThatThrownBy(() -> SqliteStore.open(elsewhere))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("restore");
  }

  @Test
  void aDamagedPageIsFound() throws IOException {
    SqliteStore.open(elsewhere).close();
    try (RandomAccessFile file =
        new RandomAccessFile(elsewhere.resolve(SqliteStore.FILE).toFile(), "rw")) {
      file.seek(4096 * 3);
      file.write("not a page of any tree".getBytes(StandardCharsets.US_ASCII));
    }
    try (Store store = SqliteStore.openToRead(elsewhere)) {
      boolean found;
      try {
        found = !store.verify(true).isEmpty();
      } catch (StoreException damaged) {
        found = damaged.kind() == StoreException.Kind.DAMAGED;
      }
      assertThat(found).isTrue();
    }
  }

  @Test
  void aFolderThatMayNotBeWrittenSaysSo() throws IOException {
    assumeTrue(elsewhere.toFile().setWritable(false) && !Files.isWritable(elsewhere));
    try {
      assertThatThrownBy(() -> SqliteStore.open(elsewhere))
          .hasMessageContaining("may not be written");
    } finally {
      elsewhere.toFile().setWritable(true);
    }
  }

  @Test
  void aBackupIsAStoreAndIsNeverWrittenOver() {
    Path backup = elsewhere.resolve("b.db");
    Store store = SqliteStore.openToRead(folder);
    store.backup(backup);
    assertThatThrownBy(() -> store.backup(backup)).hasMessageContaining("there already");
    store.close();
    Path restored = elsewhere.resolve("restored");
    SqliteStore.restore(backup, restored);
    try (Store again = SqliteStore.openToRead(restored)) {
      assertThat(again.verify(true)).isEmpty();
    }
    assertThatThrownBy(() -> SqliteStore.restore(backup, restored))
        .hasMessageContaining("another folder");
  }
}
