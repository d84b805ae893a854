package org.twosource.report.format;

import java.util.Set;

/** Endings of names of files. */
final class FileNames {
  private FileNames() {}

  /** What a file was packed with. */
  static final Set<String> PACKED = Set.of("gz", "gzip", "bz2", "xz", "zst");
}
