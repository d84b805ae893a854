package org.twosource.report.format.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.twosource.report.Limits;
import org.twosource.report.format.Content;
import org.twosource.report.format.Expansion;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;

/** ZIP: each file in it is read in its turn, in the order of the archive. */
public final class ZipReader implements FormatReader {
  private static final int STEP_BYTES = 1 << 16;
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT_BYTES = 0xffff;

  @Override
  public String format() {
    return "ZIP";
  }

  @Override
  public boolean recognises(Content content) {
    return ArchiveShape.isZip(content);
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    String head = content.head(4_096);
    if (head.contains("[Content_Types].xml") || head.startsWith("mimetypeapplication/", 30)) {
      findings.unreadable(content.source(), 0, "an Office document or e-book, not text");
      return;
    }
    Entries entries = new Entries(content, limits, findings);
    if (!entries.begin()) {
      return;
    }
    Expansion expansion = findings.expansion();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content.bytes()))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        String fault = entry(archive, entry.getName(), limits, expansion, entries);
        if (!fault.isEmpty()) {
          findings.unreadable(content.source(), 0, fault + "; the rest is not read");
          return;
        }
      }
      if (!isClosed(content.bytes())) {
        findings.unreadable(
            content.source(),
            content.bytes().length,
            "the ZIP file is cut off: its directory is missing; read up to there");
      } else {
        entries.end();
      }
    } catch (IOException | IllegalArgumentException broken) {
      findings.unreadable(content.source(), 0, "the ZIP file is damaged: " + broken.getMessage());
    }
  }

  /** Whether the record is there that ends every ZIP file; a comment of 64 KB may follow it. */
  private static boolean isClosed(byte[] bytes) {
    int last = bytes.length - END_BYTES;
    for (int at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 5 && bytes[at + 3] == 6) {
        return true;
      }
    }
    return false;
  }

  private static String entry(
      ZipInputStream archive, String name, Limits limits, Expansion expansion, Entries entries)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[STEP_BYTES];
    for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
      String fault = expansion.add(read);
      if (!fault.isEmpty()) {
        return fault;
      }
      if (bytes.size() <= limits.fileBytes()) {
        bytes.write(buffer, 0, read);
      }
    }
    return entries.add(name, bytes.toByteArray());
  }
}
