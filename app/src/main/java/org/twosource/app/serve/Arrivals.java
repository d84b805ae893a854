package org.twosource.app.serve;

import java.util.ArrayList;
import java.util.List;
import org.twosource.app.desk.Acknowledged;
import org.twosource.app.desk.Importer;
import org.twosource.app.fetch.Fetcher;
import org.twosource.app.fetch.NamedInputs;
import org.twosource.app.fetch.WebAddress;
import org.twosource.report.InputReader;
import org.twosource.report.Limits;
import org.twosource.report.NamedInput;
import org.twosource.report.Unreadable;
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
    return take(List.of(Content.of(cut, cut, bytes)));
  }

  private List<Acknowledged> take(List<Content> contents) {
    DeskWriter writer = desk.writing();
    List<Acknowledged> all =
        writer.file(
            service -> {
              List<Acknowledged> acknowledged = new ArrayList<>();
              Importer importer = new Importer(service, acknowledged::add);
              InputReader reader = new InputReader(Limits.standard());
              contents.forEach(content -> reader.read(content, importer));
              importer.finish();
              return acknowledged;
            });
    writer.place();
    return all;
  }

  /**
   * What came of addresses.
   *
   * @param kept of the pages that were fetched
   * @param failed addresses that gave nothing, and why
   */
  public record FetchedPages(List<Acknowledged> kept, List<Unreadable> failed) {}

  /** Fetches pages and feeds once, from public hosts alone, and keeps what they hold. */
  public FetchedPages fetch(List<String> addresses) {
    desk.writing();
    List<String> meant = addresses.stream().filter(WebAddress::isMeant).distinct().toList();
    List<Content> contents = new ArrayList<>();
    List<Unreadable> failed = new ArrayList<>();
    addresses.stream()
        .filter(name -> !WebAddress.isMeant(name))
        .forEach(name -> failed.add(new Unreadable(name, 0, "no address of a page")));
    try (Fetcher fetcher = desk.fetching().get()) {
      for (NamedInput source : new NamedInputs(meant).sources(fetcher, fetched -> {})) {
        switch (source) {
          case NamedInput.Held held -> contents.add(held.content());
          case NamedInput.Missing missing -> failed.add(missing.unreadable());
          case NamedInput.File file -> failed.add(new Unreadable("" + file.path(), 0, "a file"));
        }
      }
    }
    return new FetchedPages(contents.isEmpty() ? List.of() : take(contents), failed);
  }
}
