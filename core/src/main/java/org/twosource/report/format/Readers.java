package org.twosource.report.format;

import java.util.List;

/** The formats there are, written out by hand; the first that recognises a content reads it. */
public final class Readers {
  private Readers() {}

  public static List<FormatReader> standard() {
    return List.of(
        new EmptyReader(),
        new BinaryReader(),
        new JsonReader(),
        new JsonLinesReader(),
        new HtmlReader(),
        new PlainTextReader());
  }

  /** Whether a file that begins so may hold many reports, and so be longer than one report. */
  public static boolean holdsMany(Content head) {
    return ArchiveShape.isGzip(head)
        || ArchiveShape.isZip(head)
        || ArchiveShape.isTar(head)
        || JsonLinesReader.looksLikeJson(head);
  }
}
