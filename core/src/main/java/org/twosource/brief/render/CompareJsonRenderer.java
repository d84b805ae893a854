package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.twosource.brief.Check;
import org.twosource.distortion.Comparison;
import org.twosource.distortion.Distortion;
import org.twosource.distortion.Finding;
import org.twosource.distortion.Quotation;
import org.twosource.lineage.Derivation;
import org.twosource.report.Citation;
import org.twosource.report.Span;
import org.twosource.reuse.Passage;

/** The answers of the smaller doors, {@code compare} and {@code check}, as JSON. */
public final class CompareJsonRenderer {

  /**
   * Pairs of short texts: a list of {@code {id, sameStatement, distortions}}. The stream is not
   * closed.
   */
  public void renderPairs(List<ComparedPair> pairs, OutputStream out) throws IOException {
    write(
        out,
        json -> {
          json.writeStartArray();
          for (ComparedPair pair : pairs) {
            pair(json, pair);
          }
          json.writeEndArray();
        });
  }

  /** Two reports: passages, derivations, distortions and quotations. The stream is not closed. */
  public void render(Comparison comparison, OutputStream out) throws IOException {
    write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringField("a", comparison.a().id());
          json.writeStringField("b", comparison.b().id());
          json.writeArrayFieldStart("derivations");
          for (Derivation derivation : comparison.derivations()) {
            json.writeStartObject();
            derivation(json, derivation);
            json.writeEndObject();
          }
          for (Derivation derivation : comparison.possible()) {
            json.writeStartObject();
            derivation(json, derivation);
            json.writeBooleanField("mayShare", true);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("passages");
          for (Passage passage : comparison.passages()) {
            passage(json, comparison, passage);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("distortions");
          for (Distortion distortion : comparison.distortions().distortions()) {
            distortion(json, distortion);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("quotations");
          for (Quotation quotation : comparison.distortions().quotations()) {
            quotation(json, quotation);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** The sentences of a summary, each with what carries it. The stream is not closed. */
  public void renderChecks(List<Check> checks, OutputStream out) throws IOException {
    write(
        out,
        json -> {
          json.writeStartArray();
          for (Check check : checks) {
            check(json, check);
          }
          json.writeEndArray();
        });
  }

  /** What fills a document. */
  private interface DocumentFiller {
    void write(JsonGenerator json) throws IOException;
  }

  private static void write(OutputStream out, DocumentFiller content) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      content.write(json);
    }
    writer.write('\n');
    writer.flush();
  }

  private static void pair(JsonGenerator json, ComparedPair pair) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", pair.id());
    if (pair.sameStatement().isPresent()) {
      json.writeNumberField("sameStatement", rounded(pair.sameStatement().getAsDouble()));
    }
    json.writeArrayFieldStart("distortions");
    for (Finding finding : pair.findings()) {
      json.writeStartObject();
      json.writeStringField("kind", finding.kind().label());
      json.writeStringField("severity", finding.severity().label());
      json.writeNumberField("confidence", rounded(finding.confidence()));
      side(json, "before", finding.before(), pair.before());
      side(json, "after", finding.after(), pair.after());
      json.writeStringField("finder", finding.finder());
      json.writeStringField("why", finding.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void side(JsonGenerator json, String name, Optional<Span> span, String text)
      throws IOException {
    if (span.isPresent()) {
      json.writeObjectFieldStart(name);
      json.writeNumberField("start", span.get().start());
      json.writeNumberField("end", span.get().end());
      json.writeStringField("text", span.get().in(text));
      json.writeEndObject();
    }
  }

  private static void derivation(JsonGenerator json, Derivation derivation) throws IOException {
    json.writeStringField("from", derivation.from());
    json.writeStringField("to", derivation.to());
    json.writeBooleanField("directed", derivation.directed());
    json.writeStringField("degree", derivation.degree().label());
    json.writeStringField("manner", derivation.manner().label());
    json.writeNumberField("share", rounded(derivation.share()));
    json.writeNumberField("confidence", rounded(derivation.confidence()));
    json.writeArrayFieldStart("evidence");
    for (String evidence : derivation.evidence()) {
      json.writeString(evidence);
    }
    json.writeEndArray();
  }

  private static void passage(JsonGenerator json, Comparison comparison, Passage passage)
      throws IOException {
    json.writeStartObject();
    citation(json, "a", new Citation(comparison.a().id(), passage.aSpan()));
    citation(json, "b", new Citation(comparison.b().id(), passage.bSpan()));
    json.writeStringField("manner", passage.manner().label());
    json.writeNumberField("similarity", rounded(passage.similarity()));
    json.writeEndObject();
  }

  private static void distortion(JsonGenerator json, Distortion distortion) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", distortion.id());
    json.writeStringField("kind", distortion.kind().label());
    citation(json, "from", distortion.from());
    citation(json, "to", distortion.to());
    json.writeStringField("before", distortion.before());
    json.writeStringField("after", distortion.after());
    json.writeStringField("severity", distortion.severity().label());
    if (distortion.introducedBy().isPresent()) {
      json.writeStringField("introducedBy", distortion.introducedBy().get());
    } else {
      json.writeNullField("introducedBy");
    }
    json.writeNumberField("confidence", rounded(distortion.confidence()));
    json.writeStringField("finder", distortion.finder());
    json.writeStringField("why", distortion.why());
    json.writeEndObject();
  }

  private static void quotation(JsonGenerator json, Quotation quotation) throws IOException {
    json.writeStartObject();
    if (quotation.speaker().isPresent()) {
      json.writeStringField("speaker", quotation.speaker().get());
    } else {
      json.writeNullField("speaker");
    }
    if (!quotation.candidates().isEmpty()) {
      json.writeArrayFieldStart("candidates");
      for (String candidate : quotation.candidates()) {
        json.writeString(candidate);
      }
      json.writeEndArray();
    }
    json.writeStringField("best", quotation.best());
    json.writeArrayFieldStart("wordings");
    for (Quotation.Printing wording : quotation.wordings()) {
      json.writeStartObject();
      json.writeStringField("report", wording.at().report());
      json.writeNumberField("start", wording.at().span().start());
      json.writeNumberField("end", wording.at().span().end());
      json.writeBooleanField("altered", wording.altered());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void check(JsonGenerator json, Check check) throws IOException {
    json.writeStartObject();
    json.writeNumberField("start", check.span().start());
    json.writeNumberField("end", check.span().end());
    json.writeStringField("text", check.text());
    json.writeStringField("verdict", check.verdict().label());
    json.writeBooleanField("supported", check.supported());
    json.writeBooleanField("disputed", check.disputed());
    json.writeNumberField("families", check.families());
    json.writeNumberField("score", rounded(check.score()));
    json.writeArrayFieldStart("restsOn");
    for (Citation citation : check.restsOn()) {
      json.writeStartObject();
      fields(json, citation);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("reasons");
    for (Check.Missing missing : check.missing()) {
      json.writeStartObject();
      json.writeStringField("words", missing.words());
      json.writeStringField("why", missing.why());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missing");
    for (Check.Missing missing : check.missing()) {
      json.writeStartObject();
      json.writeStringField("what", missing.what().label());
      json.writeNumberField("start", missing.span().start());
      json.writeNumberField("end", missing.span().end());
      json.writeStringField("text", missing.words());
      json.writeStringField("why", missing.why());
      json.writeBooleanField("refuses", missing.refuses());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void citation(JsonGenerator json, String name, Citation citation)
      throws IOException {
    json.writeObjectFieldStart(name);
    fields(json, citation);
    json.writeEndObject();
  }

  private static void fields(JsonGenerator json, Citation citation) throws IOException {
    json.writeStringField("report", citation.report());
    json.writeNumberField("start", citation.span().start());
    json.writeNumberField("end", citation.span().end());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
