package org.twosource.brief.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.twosource.report.Report;

/** What the JSON-LD renderers have in common: names of things, and how a document is opened. */
public final class JsonLd {

  /** Terms of our own, where no vocabulary has one. */
  public static final String NAMESPACE = "https://twosource.org/ns#";

  private JsonLd() {}

  /** Writes the content of one document. */
  interface DocumentFiller {
    void write(JsonGenerator json) throws IOException;
  }

  static void write(OutputStream out, DocumentFiller content) throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
    writer.write('\n');
    writer.flush();
  }

  /** The address of a report, or a URN made from its id. */
  static String iri(Report report) {
    return report
        .url()
        .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
        .orElse(urn("report", report.id()));
  }

  static String urn(String sort, String... names) {
    StringBuilder urn = new StringBuilder("urn:twosource:").append(sort);
    for (String name : names) {
      urn.append(':').append(URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return urn.toString();
  }

  /** A double with three places. */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
