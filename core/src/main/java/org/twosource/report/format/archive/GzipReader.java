package org.twosource.report.format.archive;

import org.twosource.report.Limits;
import org.twosource.report.format.Content;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;

/**
 * Gzip: what is inside is read as if it were the file; a cut-off file up to where it is cut, a
 * damaged one before and behind the damage.
 */
public final class GzipReader implements FormatReader {
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
    GzipMembers members = new GzipMembers(content.bytes(), findings.expansion());
    byte[] unpacked = members.unpack();
    for (GzipMembers.Damage damage : members.damages()) {
      findings.unreadable(content.source(), damage.offset(), damage.reason());
    }
    if (unpacked.length > 0) {
      findings.content(
          new Content(
              content.source(),
              inner(content.name()),
              unpacked,
              content.depth() + 1,
              content.url(),
              content.charset()));
    } else if (members.damages().isEmpty()) {
      findings.unreadable(content.source(), 0, "a gzip file with nothing in it");
    }
  }

  private static String inner(String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    return lower.endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : lower.endsWith(".tgz") ? name.substring(0, name.length() - 3) + "tar" : name;
  }
}
