package org.twosource.report.format;

import org.twosource.report.Report;

/** Takes what a reader finds, in the order found. */
public interface Findings {

  /** A report; its id may be taken already and is then made unique. */
  void report(Report report);

  /**
   * Something that gave no report.
   *
   * @param source the file, entry or line as the user knows it
   * @param offset bytes from the start of the file or entry
   */
  void unreadable(String source, long offset, String reason);

  /** The content of an archive entry, to be recognised in its turn. */
  void content(Content content);

  /** What the input that is being read may still grow to. */
  Expansion expansion();
}
