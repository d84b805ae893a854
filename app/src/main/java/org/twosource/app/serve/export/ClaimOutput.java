package org.twosource.app.serve.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.twosource.brief.render.JsonLd;

/** What an item says as a schema.org {@code Claim}, and where it appears; nothing is rated. */
final class ClaimOutput implements Output {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    ObjectNode document = MAPPER.createObjectNode();
    document
        .putObject("@context")
        .put("@vocab", "https://schema.org/")
        .put("twosource", JsonLd.NAMESPACE);
    ArrayNode graph = document.putArray("@graph");
    for (Listing.Item item : listing.items()) {
      if (!item.quotes().isEmpty()) {
        ObjectNode claim = graph.addObject();
        claim.put("@type", "Claim");
        claim.put("@id", AnnotationOutput.urn(listing.name(), item.id()));
        claim.put("text", item.cell(0));
        ArrayNode appearance = claim.putArray("appearance");
        Map<String, QuotedWords> reports = new LinkedHashMap<>();
        item.quotes().forEach(quote -> reports.putIfAbsent(quote.iri(), quote));
        reports.forEach((iri, quote) -> article(appearance.addObject(), iri, quote));
      }
    }
    out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  private static void article(ObjectNode article, String iri, QuotedWords quote) {
    article.put("@type", "NewsArticle");
    article.put("@id", iri);
    article.put("identifier", quote.report());
    article.putObject("publisher").put("@type", "Organization").put("name", quote.outlet());
    article.put("twosource:words", quote.words());
  }
}
