package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.twosource.annotate.Annotated;
import org.twosource.brief.Account;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Statement;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * Claims as <a href="https://schema.org/Claim">schema.org Claim</a> in JSON-LD: the wording, where
 * it appears, where it appeared first, and who is said to know it. There is no {@code ClaimReview}
 * and no rating: we measure reporting, not truth. Standing and the number of independent sources
 * are terms of our own.
 */
public final class SchemaOrgClaimRenderer implements Renderer {

  @Override
  public void render(Account account, OutputStream out) throws IOException {
    JsonLd.write(out, json -> new Graph(json, new AccountIndex(account)).write(account));
  }

  /** One document being written. */
  private static final class Graph {
    private final JsonGenerator json;
    private final AccountIndex index;

    Graph(JsonGenerator json, AccountIndex index) {
      this.json = json;
      this.index = index;
    }

    void write(Account account) throws IOException {
      json.writeObjectFieldStart("@context");
      json.writeStringField("@vocab", "https://schema.org/");
      json.writeStringField("twosource", JsonLd.NAMESPACE);
      json.writeEndObject();
      json.writeArrayFieldStart("@graph");
      for (StoryAccount story : account.stories()) {
        for (Claim claim : story.claims()) {
          claim(claim, story);
        }
      }
      json.writeEndArray();
    }

    private void claim(Claim claim, StoryAccount story) throws IOException {
      Set<String> reports = new LinkedHashSet<>();
      for (Statement statement : claim.statements()) {
        reports.add(statement.at().report());
      }
      json.writeStartObject();
      json.writeStringField("@type", "Claim");
      json.writeStringField("@id", JsonLd.urn("claim", story.story().id(), claim.id()));
      json.writeStringField("text", claim.text());
      json.writeArrayFieldStart("author");
      for (String informant : claim.informants()) {
        json.writeStartObject();
        json.writeStringField("@type", "Thing");
        json.writeStringField("name", informant);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("appearance");
      for (String report : reports) {
        article(index.report(report));
      }
      json.writeEndArray();
      List<Annotated> dated =
          reports.stream()
              .map(index::report)
              .filter(report -> report.text().published().date().isPresent())
              .sorted(
                  Comparator.comparing(report -> report.text().published().date().orElseThrow()))
              .toList();
      if (!dated.isEmpty()) {
        json.writeFieldName("firstAppearance");
        article(dated.getFirst());
      }
      json.writeStringField("twosource:standing", claim.standing().label());
      json.writeNumberField("twosource:independentSources", claim.families());
      json.writeNumberField("twosource:reports", claim.reports());
      json.writeEndObject();
    }

    private void article(Annotated annotated) throws IOException {
      Report report = annotated.report();
      json.writeStartObject();
      json.writeStringField("@type", "NewsArticle");
      json.writeStringField("@id", JsonLd.iri(report));
      json.writeStringField("identifier", report.id());
      if (report.headline().isPresent()) {
        json.writeStringField("headline", report.headline().get());
      }
      if (annotated.text().published().date().isPresent()) {
        PartialDate date = annotated.text().published().date().get();
        json.writeStringField("datePublished", date.iso());
      }
      json.writeEndObject();
    }
  }
}
