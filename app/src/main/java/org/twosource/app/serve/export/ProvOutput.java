package org.twosource.app.serve.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.twosource.Pipeline;
import org.twosource.brief.render.JsonLd;

/**
 * What an item says as an entity of W3C PROV-O, derived from the reports whose words it rests on;
 * which words, the qualified derivation says.
 */
final class ProvOutput implements Output {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    ObjectNode document = MAPPER.createObjectNode();
    document
        .putObject("@context")
        .put("prov", "http://www.w3.org/ns/prov#")
        .put("dcterms", "http://purl.org/dc/terms/")
        .put("twosource", JsonLd.NAMESPACE);
    ArrayNode graph = document.putArray("@graph");
    String program = AnnotationOutput.urn("program", Pipeline.VERSION);
    graph
        .addObject()
        .put("@id", program)
        .put("@type", "prov:SoftwareAgent")
        .put("dcterms:title", "Twosource " + Pipeline.VERSION);
    Map<String, QuotedWords> reports = new LinkedHashMap<>();
    for (Listing.Item item : listing.items()) {
      if (!item.quotes().isEmpty()) {
        item(graph.addObject(), item, listing, program);
        item.quotes().forEach(quote -> reports.putIfAbsent(quote.iri(), quote));
      }
    }
    reports.forEach(
        (iri, quote) ->
            graph
                .addObject()
                .put("@id", iri)
                .put("@type", "prov:Entity")
                .put("dcterms:identifier", quote.report())
                .put("dcterms:publisher", quote.outlet()));
    out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  private static void item(ObjectNode one, Listing.Item item, Listing listing, String program) {
    one.put("@id", AnnotationOutput.urn(listing.name(), item.id()));
    one.put("@type", "prov:Entity");
    one.put("prov:value", item.cell(0));
    one.putObject("prov:wasAttributedTo").put("@id", program);
    ArrayNode from = one.putArray("prov:wasDerivedFrom");
    item.quotes().stream()
        .map(QuotedWords::iri)
        .distinct()
        .forEach(iri -> from.addObject().put("@id", iri));
    ArrayNode how = one.putArray("prov:qualifiedDerivation");
    for (QuotedWords quote : item.quotes()) {
      ObjectNode derivation = how.addObject().put("@type", "prov:Derivation");
      derivation.putObject("prov:entity").put("@id", quote.iri());
      derivation
          .put("twosource:words", quote.words())
          .put("twosource:start", quote.span().start())
          .put("twosource:end", quote.span().end());
    }
  }
}
