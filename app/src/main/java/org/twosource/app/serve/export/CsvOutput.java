package org.twosource.app.serve.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.twosource.brief.render.Csv;

/** One line an item, and one for each of its quotes where it has several. */
final class CsvOutput implements Output {
  private static final List<String> OF_QUOTE =
      List.of("report", "outlet", "address", "start", "end", "words");

  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    boolean quotes = listing.items().stream().anyMatch(item -> !item.quotes().isEmpty());
    List<String> head = new ArrayList<>(List.of("id"));
    head.addAll(listing.columns());
    if (quotes) {
      head.addAll(OF_QUOTE);
    }
    StringBuilder csv = new StringBuilder();
    Csv.row(csv, head);
    for (Listing.Item item : listing.items()) {
      List<String> cells = new ArrayList<>(List.of(item.id()));
      item.cells().forEach(cell -> cells.add(String.valueOf(cell)));
      if (item.quotes().isEmpty()) {
        for (int i = 0; quotes && i < OF_QUOTE.size(); i++) {
          cells.add("");
        }
        Csv.row(csv, cells);
      }
      for (QuotedWords quote : item.quotes()) {
        List<String> line = new ArrayList<>(cells);
        line.addAll(
            List.of(
                quote.report(),
                quote.outlet(),
                quote.address(),
                "" + quote.span().start(),
                "" + quote.span().end(),
                quote.words()));
        Csv.row(csv, line);
      }
    }
    out.write(csv.toString().getBytes(StandardCharsets.UTF_8));
  }
}
