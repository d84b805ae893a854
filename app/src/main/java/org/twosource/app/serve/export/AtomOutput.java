package org.twosource.app.serve.export;

import java.io.OutputStream;
import org.twosource.app.watch.AtomWriter;
import org.twosource.brief.render.PlainText;

/** An entry an item. */
final class AtomOutput implements Output {
  private static final int TITLE = 200;

  @Override
  public void write(Listing listing, OutputStream out) {
    AtomWriter feed =
        new AtomWriter(
            out,
            "urn:twosource:" + listing.name(),
            "Twosource: " + listing.title(),
            listing.items().stream()
                .map(item -> at(item, listing))
                .max(String::compareTo)
                .orElse(listing.at()));
    for (Listing.Item item : listing.items()) {
      String at = at(item, listing);
      feed.write(
          new AtomWriter.Entry(
              AnnotationOutput.urn(listing.name(), item.id()),
              PlainText.cut(PlainText.line(item.cell(0)), TITLE),
              at,
              at,
              listing.name(),
              content(item, listing)));
    }
    feed.end();
  }

  private static String at(Listing.Item item, Listing listing) {
    return item.at().isEmpty() ? listing.at() : item.at();
  }

  private static String content(Listing.Item item, Listing listing) {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < listing.columns().size(); i++) {
      if (!item.cell(i).isEmpty()) {
        content.append(listing.columns().get(i)).append(": ").append(item.cell(i)).append('\n');
      }
    }
    for (QuotedWords quote : item.quotes()) {
      content.append(quote.outlet()).append(": “").append(quote.words()).append("” (");
      content.append(quote.place()).append(")\n");
    }
    return content.toString();
  }
}
