package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.twosource.brief.Account;
import org.twosource.brief.Line;
import org.twosource.brief.StoryAccount;
import org.twosource.claim.Claim;
import org.twosource.claim.Statement;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Quotation;
import org.twosource.report.Citation;
import org.twosource.report.Report;
import org.twosource.timeline.Timeline;

/**
 * AccountIndex as W3C Web Annotations (<a href="https://www.w3.org/TR/annotation-model/">data
 * model</a>, JSON-LD): each says what was found of the characters it is anchored to, by quotation
 * with what stands before and after, and by position.
 *
 * <p>Positions here count Unicode code points, as that standard demands; everywhere else in this
 * project offsets are UTF-16 code units. They differ where a text holds characters beyond U+FFFF.
 */
public final class WebAnnotationRenderer implements Renderer {
  @Override
  public void render(Account account, OutputStream out) throws IOException {
    JsonLd.write(out, json -> new Page(json, new AccountIndex(account)).write(account));
  }

  /** One document being written. */
  private static final class Page {
    private final JsonGenerator json;
    private final AccountIndex index;

    Page(JsonGenerator json, AccountIndex index) {
      this.json = json;
      this.index = index;
    }

    void write(Account account) throws IOException {
      json.writeStringField("@context", "http://www.w3.org/ns/anno.jsonld");
      json.writeStringField("id", JsonLd.urn("annotations"));
      json.writeStringField("type", "AnnotationPage");
      json.writeArrayFieldStart("items");
      for (StoryAccount story : account.stories()) {
        story(story);
      }
      json.writeEndArray();
    }

    private void story(StoryAccount told) throws IOException {
      String story = told.story().id();
      for (Claim claim : told.claims()) {
        int number = 0;
        for (Statement statement : claim.statements()) {
          String text =
              claim.text()
                  + " ("
                  + Labels.of(claim.standing())
                  + ", "
                  + Labels.sources(claim.standing(), claim.families())
                  + "; here "
                  + statement.certainty().label()
                  + ")";
          String id = JsonLd.urn("claim", story, claim.id(), String.valueOf(++number));
          annotation(id, "identifying", text, Optional.empty(), List.of(statement.at()));
        }
      }
      for (Distortion change : told.distortions().distortions()) {
        String text =
            Labels.of(change.kind()) + " (" + change.severity().label() + "): " + change.why();
        String id = JsonLd.urn("distortion", story, change.id());
        annotation(id, "commenting", text, Optional.of(change.from()), List.of(change.to()));
      }
      int number = 0;
      for (Quotation quotation : told.distortions().quotations()) {
        number++;
        for (Quotation.Printing wording : quotation.wordings()) {
          String text =
              (wording.altered() ? "altered wording of: " : "wording of: ") + quotation.best();
          String id =
              JsonLd.urn(
                  "quotation",
                  story,
                  String.valueOf(number),
                  wording.at().report(),
                  String.valueOf(wording.at().span().start()));
          annotation(id, "identifying", text, Optional.empty(), List.of(wording.at()));
        }
      }
      number = 0;
      for (Timeline.Entry entry : told.timeline().entries()) {
        String text = entry.date().iso() + ", " + entry.status().label() + ": " + entry.text();
        String id = JsonLd.urn("event", story, String.valueOf(++number));
        annotation(id, "describing", text, Optional.empty(), entry.statements());
      }
      number = 0;
      for (Line line : told.brief().lines()) {
        String id = JsonLd.urn("line", story, String.valueOf(++number));
        annotation(id, "describing", line.text(), Optional.empty(), line.restsOn());
      }
    }

    private void annotation(
        String id,
        String motivation,
        String text,
        Optional<Citation> comparedWith,
        List<Citation> targets)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("id", id);
      json.writeStringField("type", "Annotation");
      json.writeStringField("motivation", motivation);
      json.writeArrayFieldStart("body");
      json.writeStartObject();
      json.writeStringField("type", "TextualBody");
      json.writeStringField("value", text);
      json.writeStringField("format", "text/plain");
      json.writeEndObject();
      if (comparedWith.isPresent()) {
        place(comparedWith.get(), "linking");
      }
      json.writeEndArray();
      json.writeArrayFieldStart("target");
      for (Citation target : targets) {
        place(target, "");
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    private void place(Citation citation, String purpose) throws IOException {
      Report report = index.report(citation.report()).report();
      TextSelectors at = TextSelectors.of(report.body(), citation.span());
      json.writeStartObject();
      json.writeStringField("type", "SpecificResource");
      if (!purpose.isEmpty()) {
        json.writeStringField("purpose", purpose);
      }
      json.writeStringField("source", JsonLd.iri(report));
      json.writeArrayFieldStart("selector");
      json.writeStartObject();
      json.writeStringField("type", "TextQuoteSelector");
      json.writeStringField("exact", at.exact());
      json.writeStringField("prefix", at.prefix());
      json.writeStringField("suffix", at.suffix());
      json.writeEndObject();
      json.writeStartObject();
      json.writeStringField("type", "TextPositionSelector");
      json.writeNumberField("start", at.start());
      json.writeNumberField("end", at.end());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
