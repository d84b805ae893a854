package org.twosource.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.app.store.StoreException.Kind;
import org.twosource.report.Report;

/** The contract, and what is true of a database. */
class PostgresStoreTest extends StoreContract {
  @TempDir Path folder;

  private String url = "";

  @BeforeAll
  static void aServerCanBeHad() {
    PostgresServer.freshSchema();
  }

  private StorePlace place() {
    if (url.isEmpty()) {
      url = PostgresServer.freshSchema();
    }
    return StorePlace.at(url, folder.resolve("beside"));
  }

  @Override
  Store open() {
    return place().open();
  }

  @Test
  void aSecondWriterIsRefusedWithTheProcessOfTheFirst() {
    assertThatThrownBy(() -> place().open())
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.IN_USE))
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageNotContaining("\n");
    assertThat(place().writer())
        .hasValueSatisfying(
            writer -> assertThat(writer).startsWith("process " + ProcessHandle.current().pid()));
    String another = PostgresServer.freshSchema();
    try (Store second = StorePlace.at(another, folder.resolve("other")).open()) {
      assertThat(second.read(Store.View::lastReceipt)).isZero();
    }
  }

  @Test
  void aWriterThatWasCutOffWritesNoMoreAndTheNextTakesOver() {
    try (Store cut = elsewhere()) {
      execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
              + " and datname = current_database()");
      try (Store next = StorePlace.at(url, folder).open()) {
        assertThatThrownBy(() -> keep(cut, "late"))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("cannot be reached")
            .hasMessageNotContaining("\n");
        keep(next, "a");
        assertThat(next.read(Store.View::pages)).hasSize(1);
      }
    }
  }

  /** A store of another database than the contract's. */
  private Store elsewhere() {
    url = PostgresServer.freshSchema();
    return StorePlace.at(url, folder).open();
  }

  @Test
  void aReaderReadsOneStateWhileAnotherWritesAndMayNotWrite() {
    try (Store writer = elsewhere();
        Store reader = StorePlace.at(url, folder).openToRead()) {
      reader.read(
          view -> {
            assertThat(view.pages()).isEmpty();
            keep(writer, "a");
            assertThat(view.pages()).isEmpty();
            return true;
          });
      assertThat(reader.read(Store.View::pages)).hasSize(1);
      assertThatThrownBy(
              () -> reader.write(change -> change.undoDecision(1, new KeptDecision.Act("now", ""))))
          .hasMessageContaining("opened to read");
    }
  }

  @Test
  void aNewerStoreAndOneInOtherWordsAreRefusedInOneLine() {
    elsewhere().close();
    execute("insert into migration values (999, '999-later.sql', 'x')");
    assertThatThrownBy(() -> StorePlace.at(url, folder).openToRead())
        .isInstanceOfSatisfying(
            StoreException.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.NEWER))
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> StorePlace.at(url, folder).open()).hasMessageContaining("newer");
    execute("delete from migration where number = 999");
    execute("update migration set sum = 'other'");
    assertThatThrownBy(() -> StorePlace.at(url, folder).open())
        .hasMessageContaining("001-first.sql");
  }

  @Test
  void whatIsMissingSaysWhatToDo() {
    String empty = PostgresServer.freshSchema();
    assertThatThrownBy(() -> StorePlace.at(empty, folder).openToRead())
        .hasMessageContaining("no store")
        .hasMessageContaining("twosource import --store");
    String none = empty.replaceFirst("/postgres[?]", "/nothing?");
    assertThatThrownBy(() -> StorePlace.at(none, folder).open())
        .hasMessageContaining("createdb")
        .hasMessageNotContaining("\n");
    String silent = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret";
    assertThatThrownBy(() -> StorePlace.at(silent, folder).open())
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("password=...")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aUserWhoMayNotWriteIsToldSo() {
    elsewhere().close();
    execute("create role guest login password 'x'");
    String schema = url.replaceFirst(".*currentSchema=", "");
    execute("grant usage on schema " + schema + " to guest");
    execute("grant select on all tables in schema " + schema + " to guest");
    StorePlace asGuest = StorePlace.at(url.replace("user=postgres", "user=guest"), folder);
    try (Store store = asGuest.openToRead()) {
      assertThat(store.read(Store.View::pages)).isEmpty();
    }
    try (Store store = asGuest.open()) {
      assertThatThrownBy(() -> keep(store, "a"))
          .isInstanceOfSatisfying(
              StoreException.class, told -> assertThat(told.kind()).isEqualTo(Kind.READ_ONLY));
    }
  }

  @Test
  void aBackupGoesIntoEitherKindOfStoreAndBack() {
    Path backup = folder.resolve("b.db");
    try (Store store = elsewhere()) {
      for (int i = 0; i < 30; i++) {
        keep(store, "r" + i);
      }
      store.backup(backup);
      assertThatThrownBy(() -> store.backup(backup)).hasMessageContaining("there already");
      assertThatThrownBy(() -> StorePlace.at(url, folder).restore(backup))
          .hasMessageContaining("another database");
    }
    StorePlace inFolder = StorePlace.in(folder.resolve("sqlite"));
    inFolder.restore(backup);
    Path second = folder.resolve("second.db");
    try (Store store = inFolder.open()) {
      assertThat(store.verify(true)).isEmpty();
      keep(store, "r30");
      store.backup(second);
    }
    StorePlace again = StorePlace.at(PostgresServer.freshSchema(), folder.resolve("again"));
    again.restore(second);
    try (Store store = again.open()) {
      assertThat(store.verify(true)).isEmpty();
      assertThat(store.read(Store.View::pages)).hasSize(31);
      assertThat(store.read(Store.View::lastReceipt)).isEqualTo(31);
      keep(store, "r31");
      assertThat(store.read(Store.View::lastReceipt)).isEqualTo(32);
    }
    assertThat(folder.resolve("b.db.part")).doesNotExist();
  }

  @Test
  void textsThatADatabaseDoesNotTakeAreKept() {
    String longId = "x".repeat(9_000);
    Report odd = report("odd\0id", "2026-03-01").withOutlet(Optional.of("Out\0let"));
    try (Store store = elsewhere()) {
      store.write(
          change -> {
            long seq = change.addReceipt(receipt("key odd", Outcome.STORED, odd.id()));
            change.addReport(
                new StoredReport(
                    odd, odd.id(), seq, StoredReport.contentOf(odd), odd.published(), true),
                List.of("at " + longId, "at " + longId + "y"));
            return true;
          });
      assertThat(store.<List<String>>read(view -> view.pagesKnownBy("at " + longId))).hasSize(1);
      assertThat(store.<List<String>>read(view -> view.pagesKnownBy("at " + longId + "z")))
          .isEmpty();
      assertThat(store.<Optional<StoredReport>>read(view -> view.current(odd.id())))
          .hasValueSatisfying(kept -> assertThat(kept.report().outlet()).isEqualTo(odd.outlet()));
      assertThat(store.verify(true)).isEmpty();
    }
  }

  @Test
  void whatWasDeletedIsNotInTheTablesAfterwards() throws Exception {
    try (Store store = elsewhere()) {
      for (int i = 0; i < 200; i++) {
        keep(store, "r" + i);
      }
      long before = size();
      store.write(
          change -> {
            for (int i = 0; i < 199; i++) {
              change.forget("r" + i, "2026-03-01T10:00:00Z");
            }
            return true;
          });
      store.compact();
      assertThat(size()).isLessThan(before / 2);
      assertThat(store.read(Store.View::pages)).hasSize(1);
    }
    assertThat(Files.isDirectory(folder)).isTrue();
  }

  private long size() {
    try (Connection direct = DriverManager.getConnection(url);
        var statement = direct.createStatement();
        var found = statement.executeQuery("select pg_table_size('report')")) {
      found.next();
      return found.getLong(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void execute(String statement) {
    try (Connection direct = DriverManager.getConnection(url);
        var one = direct.createStatement()) {
      one.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void keep(Store store, String id) {
    store.write(
        change -> {
          keep(change, report(id, "2026-03-01"));
          return true;
        });
  }
}
