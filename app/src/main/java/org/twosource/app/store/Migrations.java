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
  private static final String FOLDER = "/org/twosource/app/store/sqlite/";
  private static final List<String> STEPS = List.of("001-first.sql", "002-told.sql");

  private Migrations() {}

  /** The number of steps this program knows. */
  static int known() {
    return STEPS.size();
  }

  /**
   * Refuses a store of a newer program, and one whose steps are not those of this program.
   *
   * @return how many steps the store has taken
   */
  static int check(Sql sql, String store) throws SQLException {
    boolean isNew =
        sql.number("select count(*) from sqlite_master where type = 'table' and name = 'migration'")
            == 0;
    if (isNew) {
      return 0;
    }
    List<String> sums =
        sql.list("select sum from migration order by number", row -> row.getString(1));
    if (sums.size() > STEPS.size()) {
      throw new StoreException(
          Kind.NEWER,
          "the store "
              + store
              + " was written by a newer twosource (shape "
              + sums.size()
              + ", this program knows "
              + STEPS.size()
              + "): use that program, nothing was changed");
    }
    for (int at = 0; at < sums.size(); at++) {
      if (!sums.get(at).equals(Digests.of(script(STEPS.get(at))))) {
        throw new StoreException(
            Kind.DAMAGED,
            "the store "
                + store
                + " took the step "
                + STEPS.get(at)
                + " in another wording than this program's: it was made by an unreleased program,"
                + " export there and import here");
      }
    }
    return sums.size();
  }

  /** Takes the steps that are missing. */
  static void run(Sql sql, String store) throws SQLException {
    int taken = check(sql, store);
    for (int at = taken; at < STEPS.size(); at++) {
      String step = STEPS.get(at);
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

  private static String script(String step) {
    try (InputStream stream = Migrations.class.getResourceAsStream(FOLDER + step)) {
      return new String(
          Objects.requireNonNull(stream, step).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(step, failure);
    }
  }
}
