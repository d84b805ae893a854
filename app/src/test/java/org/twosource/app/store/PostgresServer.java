package org.twosource.app.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server on the loopback address, started once for all tests of a process. */
public final class PostgresServer {
  private static @Nullable EmbeddedPostgres server;
  private static int schemas;

  private PostgresServer() {}

  /** The address of a schema that nothing is in; skips the test where no server can be had. */
  public static synchronized String freshSchema() {
    try {
      if (server == null) {
        server = EmbeddedPostgres.builder().setServerConfig("max_connections", "50").start();
      }
      String name = "t" + ++schemas;
      try (var connection = server.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create schema " + name);
      }
      return server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
    } catch (IOException | IllegalStateException notHere) {
      return Assumptions.abort("skipped: no PostgreSQL runs on this system: " + notHere);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
