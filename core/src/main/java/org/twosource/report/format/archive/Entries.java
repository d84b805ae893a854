package org.twosource.report.format.archive;

import org.twosource.report.Limits;
import org.twosource.report.format.Content;
import org.twosource.report.format.Findings;

/**
 * Hands the entries of an archive on, within the limits. One instance an archive; for one thread.
 */
final class Entries {
  private final Content archive;
  private final Limits limits;
  private final Findings findings;
  private int count;
  private int given;

  Entries(Content archive, Limits limits, Findings findings) {
    this.archive = archive;
    this.limits = limits;
    this.findings = findings;
  }

  /** Whether archives this deep are opened at all; says so when not. */
  boolean begin() {
    boolean open = archive.depth() < limits.archiveDepth();
    if (!open) {
      findings.unreadable(
          archive.source(), 0, "more than " + limits.archiveDepth() + " archives deep");
    }
    return open;
  }

  /** Takes an entry; says which limit of the archive it passes, or "". */
  String add(String path, byte[] bytes) {
    count++;
    if (count > limits.archiveEntries()) {
      return Limits.beyond("archive-entries", limits.archiveEntries());
    }
    String name = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    if (name.startsWith(".") || path.startsWith("__MACOSX/") || name.isEmpty()) {
      return "";
    }
    given++;
    String source = archive.source() + "!" + path;
    if (bytes.length > limits.fileBytes()) {
      findings.unreadable(source, 0, Limits.beyond("file-bytes", limits.fileBytes()));
    } else {
      findings.content(new Content(source, name, bytes, archive.depth() + 1, "", ""));
    }
    return "";
  }

  /** Says so when there was nothing in it. */
  void end() {
    if (given == 0) {
      findings.unreadable(archive.source(), 0, "an archive without files");
    }
  }
}
