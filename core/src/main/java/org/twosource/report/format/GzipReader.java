package org.twosource.report.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.twosource.report.Limits;

/** Gzip: what is inside is read as if it were the file; a cut-off file up to where it is cut. */
final class GzipReader implements FormatReader {
  private static final int STEP_BYTES = 1 << 16;

  @Override
  public String format() {
    return "gzip";
  }

  @Override
  public boolean recognises(Content content) {
    return ArchiveShape.isGzip(content);
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    if (content.depth() >= limits.archiveDepth()) {
      findings.unreadable(
          content.source(), 0, "more than " + limits.archiveDepth() + " archives deep");
      return;
    }
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    String fault = unpack(content, limits, unpacked);
    if (!fault.isEmpty()) {
      findings.unreadable(content.source(), content.bytes().length, fault + "; read up to there");
    }
    if (unpacked.size() > 0) {
      findings.content(
          new Content(
              content.source(),
              inner(content.name()),
              unpacked.toByteArray(),
              content.depth() + 1,
              content.url(),
              content.charset()));
    }
  }

  /** Unpacks as far as it goes and says what stopped it; "" when nothing did. */
  private static String unpack(Content content, Limits limits, ByteArrayOutputStream unpacked) {
    byte[] buffer = new byte[STEP_BYTES];
    Expansion expansion = new Expansion(content.bytes().length, limits);
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(content.bytes()))) {
      for (int read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
        String fault = expansion.add(read);
        if (!fault.isEmpty()) {
          return fault;
        }
        unpacked.write(buffer, 0, read);
      }
      return "";
    } catch (EOFException cut) {
      return "the gzip file is cut off";
    } catch (IOException broken) {
      return "the gzip file is damaged: " + broken.getMessage();
    }
  }

  private static String inner(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return lower.endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : lower.endsWith(".tgz") ? name.substring(0, name.length() - 3) + "tar" : name;
  }
}
