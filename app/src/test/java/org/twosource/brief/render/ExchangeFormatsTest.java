package org.twosource.brief.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twosource.brief.Account;

class ExchangeFormatsTest {

  @Test
  void annotationsQuoteAndPlaceTheirCharacters() throws IOException {
    Account account = HarbourAccount.full();
    JsonNode page = json(new WebAnnotationRenderer());

    assertThat(page.get("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
    assertThat(page.get("items")).hasSizeGreaterThan(20);
    for (JsonNode item : page.get("items")) {
      for (JsonNode target : item.get("target")) {
        JsonNode quote = target.get("selector").get(0);
        JsonNode position = target.get("selector").get(1);
        String id = target.get("source").asText().replace("urn:twosource:report:", "");
        String body =
            account.reports().stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow()
                .body();
        int start = body.offsetByCodePoints(0, position.get("start").asInt());
        int end = body.offsetByCodePoints(0, position.get("end").asInt());
        assertThat(body.substring(start, end)).isEqualTo(quote.get("exact").asText());
        assertThat(body)
            .contains(
                quote.get("prefix").asText()
                    + quote.get("exact").asText()
                    + quote.get("suffix").asText());
      }
    }
  }

  @Test
  void lineageNamesTheUnseenOriginalAndItsDerivations() throws IOException {
    JsonNode graph = json(new ProvRenderer()).get("@graph");

    assertThat(graph.findValuesAsText("@id"))
        .contains("urn:twosource:unseen:s-01-coast-wire:f1-unseen");
    JsonNode wire = node(graph, "urn:twosource:report:01-coast-wire");
    assertThat(wire.at("/prov:wasDerivedFrom/0/@id").asText())
        .isEqualTo("urn:twosource:unseen:s-01-coast-wire:f1-unseen");
    JsonNode scraper = node(graph, "urn:twosource:report:04-world-now-24");
    assertThat(scraper.at("/prov:qualifiedDerivation/0/twosource:manner").asText())
        .isEqualTo("reworded");
  }

  @Test
  void claimsCarryNoRating() throws IOException {
    JsonNode claims = json(new SchemaOrgClaimRenderer());

    assertThat(claims.get("@graph")).hasSize(4);
    assertThat(claims.toString()).doesNotContain("Rating").doesNotContain("ClaimReview");
    assertThat(claims.at("/@graph/0/twosource:independentSources").asInt()).isEqualTo(3);
    assertThat(claims.at("/@graph/0/firstAppearance/identifier").asText())
        .isEqualTo("01-coast-wire");
  }

  @Test
  void eventsStandInTheColumnsOfIcews() throws IOException {
    List<String> lines = text(new EventCsvRenderer()).lines().toList();

    assertThat(lines.getFirst()).startsWith("Event ID,Event Date,Source Name,Source Sectors,");
    assertThat(lines)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("1,2024-05-14,Edda Quill,,,agreed on Tuesday to reopen,057,,Tomas Reyle,")
        .contains("AGREE,settle dispute,held,1,3,");
  }

  @Test
  void everyOutputHasItsOwnNameAndFile() {
    assertThat(Renderers.standard().stream().map(Renderers.Output::name)).doesNotHaveDuplicates();
    assertThat(Renderers.standard().stream().map(Renderers.Output::fileName))
        .doesNotHaveDuplicates();
    assertThat(Renderers.find("prov")).isPresent();
    assertThat(Renderers.find("pdf")).isEmpty();
  }

  private static JsonNode node(JsonNode graph, String id) {
    for (JsonNode node : graph) {
      if (node.path("@id").asText().equals(id)) {
        return node;
      }
    }
    throw new AssertionError("no node " + id);
  }

  private static JsonNode json(Renderer renderer) throws IOException {
    return new ObjectMapper().readTree(text(renderer));
  }

  private static String text(Renderer renderer) throws IOException {
    var out = new ByteArrayOutputStream();
    renderer.render(HarbourAccount.full(), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
