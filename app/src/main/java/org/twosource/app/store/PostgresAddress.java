package org.twosource.app.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The address of a PostgreSQL database, {@code jdbc:postgresql://host:port/database?user=...}. It
 * is shown without its password, which is better kept in {@code ~/.pgpass}.
 */
record PostgresAddress(String url) {
  private static final int CONNECT_SECONDS = 10;

  /** Rows that are fetched at a time, so that a long answer is not held whole. */
  private static final int ROWS = 200;

  /** PostgreSQL keeps this many bytes of the name of a program. */
  private static final int NAME = 63;

  Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", ourName());
    properties.setProperty("connectTimeout", "" + CONNECT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("defaultRowFetchSize", "" + ROWS);
    return DriverManager.getConnection(url, properties);
  }

  /** What the server shows of this process to others. */
  static String ourName() {
    String name = "twosource, process " + ProcessHandle.current().pid();
    String host = System.getenv("HOSTNAME");
    String whole = host == null || host.isBlank() ? name : name + " on " + host;
    return whole.length() <= NAME ? whole : whole.substring(0, NAME);
  }

  @Override
  public String toString() {
    return url.replaceAll("(?i)([?&](?:ssl)?password=)[^&]*", "$1...")
        .replaceFirst("(//[^/:@]*):[^/@]*@", "$1:...@");
  }
}
