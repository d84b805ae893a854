package org.twosource.app.serve.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** An object an item, with its columns as fields and its quotes. */
final class JsonOutput implements Output {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("title", listing.title());
    root.put("changed", listing.at());
    ArrayNode items = root.putArray("items");
    for (Listing.Item item : listing.items()) {
      ObjectNode node = items.addObject().put("id", item.id());
      for (int i = 0; i < listing.columns().size(); i++) {
        node.set(listing.columns().get(i), MAPPER.valueToTree(item.cells().get(i)));
      }
      ArrayNode quotes = node.putArray("quotes");
      for (QuotedWords quote : item.quotes()) {
        quotes
            .addObject()
            .put("report", quote.report())
            .put("outlet", quote.outlet())
            .put("address", quote.address())
            .put("start", quote.span().start())
            .put("end", quote.span().end())
            .put("words", quote.words());
      }
    }
    out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }
}
