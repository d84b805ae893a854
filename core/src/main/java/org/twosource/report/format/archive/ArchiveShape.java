package org.twosource.report.format.archive;

import org.twosource.report.format.Content;

/** How archives begin. */
public final class ArchiveShape {
  private ArchiveShape() {}

  public static boolean isGzip(Content content) {
    return content.beginsWith(0x1f, 0x8b);
  }

  public static boolean isZip(Content content) {
    return content.beginsWith('P', 'K', 3, 4) || content.beginsWith('P', 'K', 5, 6);
  }

  public static boolean isTar(Content content) {
    byte[] bytes = content.bytes();
    return bytes.length >= 262
        && bytes[257] == 'u'
        && bytes[258] == 's'
        && bytes[259] == 't'
        && bytes[260] == 'a'
        && bytes[261] == 'r';
  }
}
