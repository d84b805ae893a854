package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.lineage.Derivation;
import org.twosource.lineage.Family;
import org.twosource.report.PartialDate;

/**
 * The lineage as <a href="https://www.w3.org/TR/prov-o/">PROV-O</a> in JSON-LD: reports and unseen
 * originals are entities, a derivation whose direction is known is a {@code prov:wasDerivedFrom}
 * with its qualification, a family is a collection. Where the direction is open, the two are only
 * said to share text, by a term of our own.
 */
public final class ProvRenderer implements Renderer {

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    JsonLd.write(out, json -> new Graph(json, account).write());
  }

  /** One document being written. */
  private static final class Graph {
    private final JsonGenerator json;
    private final Account account;
    private final AccountIndex index;

    Graph(JsonGenerator json, Account account) {
      this.json = json;
      this.account = account;
      this.index = new AccountIndex(account);
    }

    void write() throws IOException {
      json.writeObjectFieldStart("@context");
      json.writeStringField("prov", "http://www.w3.org/ns/prov#");
      json.writeStringField("dcterms", "http://purl.org/dc/terms/");
      json.writeStringField("twosource", JsonLd.NAMESPACE);
      json.writeEndObject();
      json.writeArrayFieldStart("@graph");
      json.writeStartObject();
      json.writeStringField("@id", JsonLd.urn("program", account.made().version()));
      json.writeStringField("@type", "prov:SoftwareAgent");
      json.writeStringField("dcterms:title", "Twosource " + account.made().version());
      json.writeEndObject();
      for (StoryAccount story : account.stories()) {
        story(story);
      }
      json.writeEndArray();
    }

    private void story(StoryAccount told) throws IOException {
      Map<String, List<Derivation>> byReport =
          told.lineage().derivations().stream()
              .collect(
                  Collectors.groupingBy(Derivation::to, LinkedHashMap::new, Collectors.toList()));
      for (String id : told.story().reports()) {
        report(index.report(id), byReport.getOrDefault(id, List.of()), told);
      }
      for (Family family : told.lineage().families()) {
        family(family, told);
      }
    }

    private void report(Annotated report, List<Derivation> derivations, StoryAccount told)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("@id", JsonLd.iri(report.report()));
      json.writeStringField("@type", "prov:Entity");
      json.writeStringField("dcterms:identifier", report.id());
      optional("dcterms:title", report.report().headline());
      optional("dcterms:publisher", report.report().outlet());
      optional("dcterms:issued", report.text().published().date().map(PartialDate::iso));
      List<Derivation> directed = derivations.stream().filter(Derivation::directed).toList();
      List<Derivation> open = derivations.stream().filter(one -> !one.directed()).toList();
      references("prov:wasDerivedFrom", directed, told);
      references("twosource:sharesTextWith", open, told);
      if (!directed.isEmpty()) {
        json.writeArrayFieldStart("prov:qualifiedDerivation");
        for (Derivation derivation : directed) {
          qualified(derivation, told);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }

    private void references(String property, List<Derivation> derivations, StoryAccount told)
        throws IOException {
      if (derivations.isEmpty()) {
        return;
      }
      json.writeArrayFieldStart(property);
      for (Derivation derivation : derivations) {
        reference(iri(derivation.from(), told));
      }
      json.writeEndArray();
    }

    private void qualified(Derivation derivation, StoryAccount told) throws IOException {
      json.writeStartObject();
      json.writeStringField("@type", "prov:Derivation");
      json.writeFieldName("prov:entity");
      reference(iri(derivation.from(), told));
      json.writeStringField("twosource:degree", derivation.degree().label());
      json.writeStringField("twosource:manner", derivation.manner().label());
      json.writeNumberField("twosource:share", JsonLd.rounded(derivation.share()));
      json.writeNumberField("twosource:confidence", JsonLd.rounded(derivation.confidence()));
      json.writeArrayFieldStart("twosource:evidence");
      for (String evidence : derivation.evidence()) {
        json.writeString(evidence);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    private void family(Family family, StoryAccount told) throws IOException {
      if (family.origin().isUnseen()) {
        json.writeStartObject();
        json.writeStringField("@id", iri(family.origin().id(), told));
        json.writeStringField("@type", "prov:Entity");
        json.writeBooleanField("twosource:unseen", true);
        optional("dcterms:publisher", family.origin().credit());
        json.writeEndObject();
      }
      json.writeStartObject();
      json.writeStringField("@id", JsonLd.urn("family", told.story().id(), family.id()));
      json.writeStringField("@type", "prov:Collection");
      json.writeFieldName("prov:wasAttributedTo");
      reference(JsonLd.urn("program", account.made().version()));
      json.writeFieldName("twosource:origin");
      reference(iri(family.origin().id(), told));
      json.writeArrayFieldStart("prov:hadMember");
      for (String report : family.reports()) {
        reference(iri(report, told));
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    private String iri(String id, StoryAccount told) {
      return index.hasReport(id)
          ? JsonLd.iri(index.report(id).report())
          : JsonLd.urn("unseen", told.story().id(), id);
    }

    private void reference(String iri) throws IOException {
      json.writeStartObject();
      json.writeStringField("@id", iri);
      json.writeEndObject();
    }

    private void optional(String property, Optional<String> value) throws IOException {
      if (value.isPresent()) {
        json.writeStringField(property, value.get());
      }
    }
  }
}
