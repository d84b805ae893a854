package org.twosource.app.serve.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.twosource.brief.render.PlainText;

/** A list with a footnote for each quote: outlet, words, place, and address. */
final class MarkdownOutput implements Output {
  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("# " + PlainText.markdown(listing.title()) + "\n\n");
    StringBuilder notes = new StringBuilder();
    int note = 0;
    for (Listing.Item item : listing.items()) {
      text.append("- ").append(PlainText.markdown(item.cell(0)));
      for (int i = 1; i < listing.columns().size(); i++) {
        if (!item.cell(i).isEmpty()) {
          text.append("; ").append(PlainText.markdown(listing.columns().get(i))).append(": ");
          text.append(PlainText.markdown(item.cell(i)));
        }
      }
      for (QuotedWords quote : item.quotes()) {
        text.append("[^").append(++note).append(']');
        notes.append("[^").append(note).append("]: ").append(PlainText.markdown(quote.outlet()));
        notes.append(": “").append(PlainText.markdown(quote.words())).append("” (");
        notes.append(PlainText.markdown(quote.place())).append(')');
        if (!quote.address().isEmpty()) {
          notes.append(' ').append(PlainText.markdown(quote.address()));
        }
        notes.append('\n');
      }
      text.append('\n');
    }
    if (listing.items().isEmpty()) {
      text.append("Nothing is listed.\n");
    }
    text.append('\n').append(notes);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
