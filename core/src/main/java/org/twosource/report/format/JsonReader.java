package org.twosource.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.twosource.report.Limits;

/** A file that is one JSON value: a report, a list of reports, or an object that holds a list. */
final class JsonReader implements FormatReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String format() {
    return "JSON";
  }

  @Override
  public boolean recognises(Content content) {
    return JsonLinesReader.looksLikeJson(content) && !JsonLinesReader.hasManyLines(content);
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    try {
      JsonNode root = JSON.readTree(Decoding.decode(content.bytes(), content.charset()));
      if (!new JsonReports(content, limits, findings).read(root, "", 0)) {
        findings.unreadable(content.source(), 0, JsonReports.noText(root));
      }
    } catch (JsonProcessingException broken) {
      long offset =
          broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getCharOffset());
      findings.unreadable(content.source(), offset, JsonLinesReader.reason(broken));
    }
  }
}
