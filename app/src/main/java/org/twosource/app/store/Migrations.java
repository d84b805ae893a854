package org.twosource.app.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.twosource.app.store.StoreException.Kind;

/**
 * The steps that bring a store to the shape this program knows: numbered files, each run once in a
 * transaction and kept with its checksum.
 */
final class Migrations {
  private static final String FOLDER = "/org/twosource/app/store/";

  /** The steps of SQLite. */
  static final Migrations SQLITE =
      new Migrations(
          "sqlite/",
          List.of(
              "001-first.sql",
              "002-told.sql",
              "003-answers.sql",
              "004-who-decided.sql",
              "005-room-and-acts.sql",
              "006-lists.sql",
              "007-latest.sql",
              "008-sources.sql",
              "009-told-in-order.sql"),
          "select count(*) from sqlite_master where type = 'table' and name = 'migration'");

  /** The steps of PostgreSQL. */
  static final Migrations POSTGRESQL =
      new Migrations(
          "postgresql/",
          List.of(
              "001-first.sql",
              "002-who-decided.sql",
              "003-latest-and-acts.sql",
              "004-lists.sql",
              "005-latest.sql",
              "006-sources.sql",
              "007-told-in-order.sql"),
          "select count(*) from pg_tables where schemaname = current_schema()"
              + " and tablename = 'migration'");

  private final String folder;
  private final List<String> steps;
  private final String isThere;

  private Migrations(String folder, List<String> steps, String isThere) {
    this.folder = folder;
    this.steps = steps;
    this.isThere = isThere;
  }

  /** The number of steps this program knows. */
  int known() {
    return steps.size();
  }

  /**
   * Refuses a store of a newer program, and one whose steps are not those of this program.
   *
   * @return how many steps the store has taken
   */
  int check(Sql sql, String store) throws SQLException {
    if (sql.number(isThere) == 0) {
      return 0;
    }
    List<String> sums =
        sql.list("select sum from migration order by number", row -> row.getString(1));
    if (sums.size() > steps.size()) {
      throw new StoreException(
          Kind.NEWER,
          "the store "
              + store
              + " was written by a newer twosource (shape "
              + sums.size()
              + ", this program knows "
              + steps.size()
              + "): use that program, nothing was changed");
    }
    for (int at = 0; at < sums.size(); at++) {
      if (!Digests.of(script(steps.get(at))).equals(sums.get(at))) { // damage may leave none
        throw new StoreException(
            Kind.DAMAGED,
            "the store "
                + store
                + " took the step "
                + steps.get(at)
                + " in another wording than this program's: it was made by an unreleased program,"
                + " export there and import here");
      }
    }
    return sums.size();
  }

  /** Takes the steps that are missing. */
  void run(Sql sql, String store) throws SQLException {
    int taken = check(sql, store);
    for (int at = taken; at < steps.size(); at++) {
      String step = steps.get(at);
      int number = at + 1;
      sql.inTransaction(
          () -> {
            sql.script(
                "create table if not exists migration"
                    + " (number integer primary key, name text not null, sum text not null);\n");
            sql.script(script(step));
            return sql.update(
                "insert into migration (number, name, sum) values (?, ?, ?)",
                number,
                step,
                Digests.of(script(step)));
          });
    }
  }

  private String script(String step) {
    try (InputStream stream = Migrations.class.getResourceAsStream(FOLDER + folder + step)) {
      return new String(
          Objects.requireNonNull(stream, step).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(step, failure);
    }
  }
}
