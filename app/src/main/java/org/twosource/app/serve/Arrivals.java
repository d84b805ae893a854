package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.List;
import org.twosource.app.desk.Acknowledged;
import org.twosource.app.desk.Importer;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;

/** Takes in what is sent to a desk: bytes of any format that {@code import} reads. */
public final class Arrivals {
  private static final int MOST_NAME = 200;

  private final Desk desk;

  public Arrivals(Desk desk) {
    this.desk = desk;
  }

  /**
   * Keeps what the bytes hold; when this returns it is durable. Stories follow behind.
   *
   * @param name as a file would have it, which says how bytes without marks are read
   */
  public List<Acknowledged> take(String name, byte[] bytes) {
    String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
    String cut = plain.substring(Math.max(0, plain.length() - MOST_NAME));
    DeskWriter writer = desk.writing();
    List<Acknowledged> all =
        writer.write(
            service -> {
              List<Acknowledged> acknowledged = new ArrayList<>();
              Importer importer = new Importer(service, acknowledged::add);
              new InputReader(Limits.standard()).read(Content.of(cut, cut, bytes), importer);
              importer.finish();
              return acknowledged;
            });
    writer.place();
    return all;
  }
}
