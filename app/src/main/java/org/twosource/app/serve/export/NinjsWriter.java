package org.twosource.app.serve.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/**
 * Reports as items of <a href="https://iptc.org/standards/ninjs/">ninjs</a> 1.4, a list of them.
 */
public final class NinjsWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private NinjsWriter() {}

  public static void write(List<Report> reports, OutputStream out) throws IOException {
    ArrayNode items = MAPPER.createArrayNode();
    for (Report report : reports) {
      ObjectNode item = items.addObject();
      item.put("uri", report.id());
      item.put("type", "text");
      item.put("mimetype", "text/plain");
      report.language().ifPresent(language -> item.put("language", language));
      report.published().map(PartialDate::iso).ifPresent(date -> item.put("versioncreated", date));
      report.headline().ifPresent(headline -> item.put("headline", headline));
      if (!report.byline().isEmpty()) {
        item.put("byline", String.join(", ", report.byline()));
      }
      report.outlet().ifPresent(outlet -> item.put("source", outlet));
      report.url().ifPresent(url -> item.put("url", url));
      item.put("body_text", report.body());
    }
    out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(items));
  }
}
