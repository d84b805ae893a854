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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
      assertThatThrownBy(
              () -> reader.write(change -> change.undoDecision(1, new KeptDecision.Act("now", ""))))
          .hasMessageContaining("opened to read");
    }
  }

  /** A store of a million reports has hundreds of thousands of stories and of their changes. */
  @Test
  void nothingThatAPageAsksGoesThroughAllStoriesOrChanges() throws SQLException {
    SqliteStore.open(elsewhere).close();
    try (Connection direct =
            DriverManager.getConnection("jdbc:sqlite:" + elsewhere.resolve(SqliteStore.FILE));
        var statement = direct.createStatement()) {
      for (String query :
          List.of(
              "select * from story_change where story = 'a' or other = 'a' order by number",
              "select m.page from member m join report p on p.page = m.page and +p.current = 1 where m.story = 'a'",
              "select * from report where page = 'a' and current = 1",
              "select * from story order by changed desc, last_day desc nulls last, id limit 50 offset 100",
              "select * from story where changed > 5 and id || '' > 'a' order by id || '' limit 9",
              "select * from alert where baseline = 0 and told > 5 and told <= 9 order by told",
              "select watch, count(*) from alert where baseline = 0 group by watch",
              "select max(told) from alert",
              "select outcome, count(*) from receipt group by outcome")) {
        List<String> plan = new ArrayList<>();
        try (var steps = statement.executeQuery("explain query plan " + query)) {
          while (steps.next()) {
            plan.add(steps.getString("detail"));
          }
        }
        assertThat(plan)
            .as(query)
            .allMatch(step -> !step.startsWith("SCAN") || step.contains("INDEX"))
            .noneMatch(step -> step.contains("report_order (current=?)"));
      }
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

  /** The most pages that a database may have, as a disk that is full after them. */
  private static final String FULL_DISK = "pragma max_page_count = 60;\n";

  @Test
  void aFullDiskLosesNothingAcknowledgedAndIsMadeUpForAfterwards() {
    int written = 0;
    StoreException full = null;
    try (Store store = SqliteStore.open(elsewhere, FULL_DISK)) {
      while (full == null && written < 10_000) {
        try {
          keep(store, "r" + written);
          written++;
        } catch (StoreException failure) {
          full = failure;
        }
      }
      assertThat(full).isNotNull();
      assertThat(full.kind()).isEqualTo(StoreException.Kind.FULL);
      assertThat(full).hasMessageContaining("is full").hasMessageNotContaining("\n");
      assertThat(written).isGreaterThan(3);
      assertThat(store.read(Store.View::pages)).hasSize(written);
      assertThat(store.verify(true)).isEmpty();
    }
    try (Store roomy = SqliteStore.open(elsewhere)) {
      assertThat(roomy.read(Store.View::pages)).hasSize(written);
      keep(roomy, "r" + written);
      assertThat(roomy.read(Store.View::pages)).hasSize(written + 1);
      assertThat(roomy.verify(true)).isEmpty();
    }
  }

  @Test
  void aDatabaseThatMayNotBeWrittenSaysSoAndCanBeRead() throws IOException {
    try (Store store = SqliteStore.open(elsewhere)) {
      keep(store, "a");
    }
    try (Store store = SqliteStore.open(elsewhere, "pragma query_only = true;\n")) {
      assertThatThrownBy(() -> keep(store, "b"))
          .isInstanceOfSatisfying(
              StoreException.class,
              failure -> assertThat(failure.kind()).isEqualTo(StoreException.Kind.READ_ONLY))
          .hasMessageContaining("may not be written")
          .hasMessageNotContaining("\n");
      assertThat(store.read(Store.View::pages)).hasSize(1);
    }
    try (Store frozen = SqliteStore.openToRead(elsewhere, true)) {
      assertThat(frozen.read(Store.View::pages)).hasSize(1);
      assertThat(frozen.verify(true)).isEmpty();
      try (var listing = Files.list(elsewhere)) {
        assertThat(listing.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(SqliteStore.FILE, "lock");
      }
    }
  }

  @Test
  void aByteFlippedAnywhereIsFoundOrMeansNothing() throws IOException {
    try (Store store = SqliteStore.open(elsewhere)) {
      for (int i = 0; i < 80; i++) {
        keep(store, "r" + i);
      }
    }
    Path database = elsewhere.resolve(SqliteStore.FILE);
    byte[] whole = Files.readAllBytes(database);
    Random random = new Random(4);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(database, damaged);
      try (Store store = SqliteStore.openToRead(elsewhere)) {
        boolean isSound = store.verify(true).isEmpty();
        found += isSound ? 0 : 1;
        if (isSound) {
          assertThat(store.read(Store.View::pages)).hasSize(80);
        }
      } catch (StoreException told) {
        assertThat(told).hasMessageNotContaining("\n");
        found++;
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void aNewerStoreIsLeftAsItIs() throws IOException, SQLException {
    SqliteStore.open(elsewhere).close();
    Path database = elsewhere.resolve(SqliteStore.FILE);
    try (Connection direct = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = direct.createStatement()) {
      statement.execute("insert into migration values (999, '999-later.sql', 'x')");
      statement.execute("pragma wal_checkpoint(truncate)");
    }
    byte[] before = Files.readAllBytes(database);
    assertThatThrownBy(() -> SqliteStore.open(elsewhere))
        .isInstanceOfSatisfying(
            StoreException.class,
            failure -> assertThat(failure.kind()).isEqualTo(StoreException.Kind.NEWER))
        .hasMessageNotContaining("\n");
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
    assertThatThrownBy(() -> SqliteStore.open(elsewhere)).hasMessageContaining("newer");
  }

  private static void keep(Store store, String id) {
    store.write(
        change -> {
          keep(change, report(id, "2026-03-01"));
          return true;
        });
  }
}
