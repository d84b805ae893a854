package org.twosource.report.format;

import java.util.List;
import org.twosource.report.format.archive.ArchiveShape;
import org.twosource.report.format.archive.GzipReader;
import org.twosource.report.format.archive.TarReader;
import org.twosource.report.format.archive.WebArchiveReader;
import org.twosource.report.format.archive.ZipReader;
import org.twosource.report.format.pdf.PdfReader;

/** The formats there are, written out by hand; the first that recognises a content reads it. */
public final class Readers {
  private Readers() {}

  public static List<FormatReader> standard() {
    return List.of(
        new EmptyReader(),
        new GzipReader(),
        new WordReader(),
        new ZipReader(),
        new TarReader(),
        new WebArchiveReader(),
        new PdfReader(),
        new BinaryReader(),
        new MailboxReader(),
        new EmailReader(),
        new JsonReader(),
        new JsonLinesReader(),
        new FeedReader(),
        new NewsXmlReader(),
        new HtmlReader(),
        new PlainTextReader());
  }

  /** The name of the format that a content is read as. */
  public static String formatOf(Content content) {
    return standard().stream()
        .filter(reader -> reader.recognises(content))
        .map(FormatReader::format)
        .findFirst()
        .orElse("unknown");
  }

  /** Whether a file that begins so may hold many reports, and so be longer than one report. */
  public static boolean holdsMany(Content head) {
    return ArchiveShape.isGzip(head)
        || ArchiveShape.isZip(head)
        || ArchiveShape.isTar(head)
        || head.head(16).startsWith("WARC/")
        || MailboxReader.isMailbox(head)
        || JsonLinesReader.looksLikeJson(head);
  }
}
