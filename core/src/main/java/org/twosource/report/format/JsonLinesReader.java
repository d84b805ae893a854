package org.twosource.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.twosource.report.Limits;

/** JSON Lines: one object a line. A broken line is told and the next one read. */
final class JsonLinesReader implements FormatReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String format() {
    return "JSON Lines";
  }

  @Override
  public boolean recognises(Content content) {
    return looksLikeJson(content);
  }

  /** An opening brace before a quotation mark, or an opening bracket before such a brace. */
  static boolean looksLikeJson(Content content) {
    String head = content.head(4_096).replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (head.startsWith("[")) {
      String inner = head.substring(1).stripLeading();
      return inner.startsWith("{") && isObject(inner);
    }
    return head.startsWith("{") && isObject(head);
  }

  private static boolean isObject(String head) {
    String inner = head.substring(1).stripLeading();
    return inner.startsWith("\"") || inner.startsWith("}");
  }

  /** Whether two lines of the file begin with an opening brace at their very start. */
  static boolean hasManyLines(Content content) {
    byte[] bytes = content.bytes();
    boolean first = true;
    boolean atStart = true;
    for (byte b : bytes) {
      if (b == '\n') {
        atStart = true;
      } else if (atStart && (b == '{' || first && (b & 0x80) != 0)) {
        if (!first) {
          return true;
        }
        first = (b & 0x80) != 0;
        atStart = (b & 0x80) != 0;
      } else if (b != '\r') {
        atStart = false;
      }
    }
    return false;
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    byte[] bytes = content.bytes();
    Charset charset = Decoding.charset(bytes, content.charset());
    JsonReports reports = new JsonReports(content, limits, findings);
    int line = 0;
    int start =
        charset.equals(StandardCharsets.UTF_8) && content.beginsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      line++;
      String text = new String(Arrays.copyOfRange(bytes, start, end), charset);
      if (end - start > limits.fileBytes()) {
        findings.unreadable(
            reports.source("" + line),
            start,
            "a line of "
                + (end - start)
                + " bytes, "
                + Limits.beyond("file-bytes", limits.fileBytes()));
      } else if (!text.isBlank()) {
        readLine(text, line, start, reports, findings);
      }
      start = end + 1;
    }
  }

  private static void readLine(
      String text, int line, long start, JsonReports reports, Findings findings) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!reports.read(node, "" + line, start)) {
        findings.unreadable(reports.source("" + line), start, JsonReports.noText(node));
      }
    } catch (JsonProcessingException broken) {
      long column =
          broken.getLocation() == null ? 0 : Math.max(0, broken.getLocation().getCharOffset());
      int shown = (int) Math.min(column, text.length());
      long offset = start + text.substring(0, shown).getBytes(StandardCharsets.UTF_8).length;
      findings.unreadable(reports.source("" + line), offset, reason(broken));
    }
  }

  /** What is wrong, in one line without what the parser says about itself. */
  static String reason(JsonProcessingException broken) {
    String message = broken.getOriginalMessage();
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    return "broken JSON: " + (first.length() > 160 ? first.substring(0, 160) + "..." : first);
  }
}
