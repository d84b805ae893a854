package org.twosource.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.twosource.report.Edition;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** A report as packed JSON, with the names that JSON Lines input uses, and back. */
final class ReportBytes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 64 << 20;

  private ReportBytes() {}

  static byte[] pack(Report report) {
    try {
      return Packed.pack(JSON.writeValueAsBytes(json(report)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ObjectNode json(Report report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", report.id());
    json.put("path", report.source());
    report.url().ifPresent(url -> json.put("url", url));
    report.outlet().ifPresent(outlet -> json.put("source", outlet));
    report.headline().ifPresent(headline -> json.put("title", headline));
    ArrayNode byline = json.putArray("byline");
    report.byline().forEach(byline::add);
    ArrayNode credit = json.putArray("credit");
    report.credit().forEach(credit::add);
    report.published().ifPresent(date -> json.put("date", date.iso()));
    report.language().ifPresent(language -> json.put("language", language));
    report.edition().guid().ifPresent(guid -> json.put("guid", guid));
    report.edition().modified().ifPresent(date -> json.put("modified", date.iso()));
    ArrayNode corrections = json.putArray("corrections");
    report.edition().corrections().forEach(corrections::add);
    json.put("text", report.body());
    return json;
  }

  /**
   * @throws DataFormatException when the bytes are no report
   */
  static Report unpack(byte[] packed) throws DataFormatException {
    JsonNode json;
    try {
      json = JSON.readTree(Packed.unpack(packed, MOST));
    } catch (IOException broken) {
      throw new DataFormatException("no JSON: " + broken.getMessage());
    }
    return new Report(
        json.path("id").asText(),
        json.path("path").asText(),
        text(json, "url"),
        text(json, "source"),
        text(json, "title"),
        texts(json.path("byline")),
        texts(json.path("credit")),
        text(json, "date").flatMap(PartialDate::parse),
        text(json, "language"),
        new Edition(
            text(json, "guid"),
            text(json, "modified").flatMap(PartialDate::parse),
            texts(json.path("corrections"))),
        json.path("text").asText());
  }

  private static Optional<String> text(JsonNode json, String field) {
    return json.path(field).isTextual() ? Optional.of(json.path(field).asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
