package org.twosource.app.serve.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twosource.brief.render.TextSelectors;

/** An item that rests on words, as a W3C Web Annotation of them. */
final class AnnotationOutput implements Output {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    ObjectNode page = MAPPER.createObjectNode();
    page.put("@context", "http://www.w3.org/ns/anno.jsonld");
    page.put("id", "urn:twosource:annotations:" + listing.name());
    page.put("type", "AnnotationPage");
    ArrayNode items = page.putArray("items");
    for (Listing.Item item : listing.items()) {
      if (!item.quotes().isEmpty()) {
        ObjectNode one = items.addObject();
        one.put("id", urn(listing.name(), item.id()));
        one.put("type", "Annotation");
        one.put("motivation", "describing");
        one.putArray("body")
            .addObject()
            .put("type", "TextualBody")
            .put("value", said(item, listing))
            .put("format", "text/plain");
        ArrayNode targets = one.putArray("target");
        item.quotes().forEach(quote -> target(targets.addObject(), quote));
      }
    }
    out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(page));
  }

  private static String said(Listing.Item item, Listing listing) {
    return IntStream.range(0, listing.columns().size())
        .filter(i -> !item.cell(i).isEmpty())
        .mapToObj(i -> i == 0 ? item.cell(0) : listing.columns().get(i) + ": " + item.cell(i))
        .collect(Collectors.joining("; "));
  }

  private static void target(ObjectNode target, QuotedWords quote) {
    TextSelectors at = TextSelectors.of(quote.body(), quote.span());
    target.put("type", "SpecificResource");
    target.put("source", quote.iri());
    ArrayNode selectors = target.putArray("selector");
    selectors
        .addObject()
        .put("type", "TextQuoteSelector")
        .put("exact", at.exact())
        .put("prefix", at.prefix())
        .put("suffix", at.suffix());
    selectors
        .addObject()
        .put("type", "TextPositionSelector")
        .put("start", at.start())
        .put("end", at.end());
  }

  static String urn(String sort, String name) {
    return "urn:twosource:"
        + sort
        + ":"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
