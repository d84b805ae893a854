package org.twosource.report.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.twosource.report.Limits;

/** WARC and ARC: each page, feed or text that was fetched with success is read in its turn. */
final class WebArchiveReader implements FormatReader {

  @Override
  public String format() {
    return "WARC";
  }

  @Override
  public boolean recognises(Content content) {
    String head = content.head(16);
    return head.startsWith("WARC/") || head.startsWith("filedesc:");
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    Entries entries = new Entries(content, limits, findings);
    if (!entries.begin()) {
      return;
    }
    int number = 0;
    long position = 0;
    boolean given = false;
    try (WarcReader archive = new WarcReader(new ByteArrayInputStream(content.bytes()))) {
      for (Optional<WarcRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
        position = archive.position();
        number++;
        if (number > limits.archiveEntries()) {
          findings.unreadable(
              content.source(),
              position,
              Limits.beyond("archive-entries", limits.archiveEntries()));
          return;
        }
        given |= record(next.get(), content, number, position, limits, findings);
      }
      if (!given) {
        findings.unreadable(
            content.source(), 0, "a web archive without pages that were fetched with success");
      }
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException broken) {
      findings.unreadable(
          content.source(),
          position,
          "the web archive is damaged or cut off: " + broken.getMessage());
    }
  }

  /** Reads one record and says whether it gave anything. */
  private static boolean record(
      WarcRecord record,
      Content content,
      int number,
      long position,
      Limits limits,
      Findings findings) {
    if (!(record instanceof WarcTargetRecord target)) {
      return false;
    }
    String source = content.source() + "!" + number;
    try {
      Optional<MessageBody> body = body(target);
      if (body.isEmpty()) {
        return false;
      }
      MediaType type =
          target.payload().map(payload -> payload.type()).orElse(MediaType.OCTET_STREAM);
      if (!isText(type)) {
        return false;
      }
      try (InputStream stream = body.get().stream()) {
        byte[] bytes =
            stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, limits.fileBytes() + 1));
        if (bytes.length > limits.fileBytes()) {
          findings.unreadable(source, position, Limits.beyond("file-bytes", limits.fileBytes()));
        } else {
          String charset = type.parameters().getOrDefault("charset", "");
          findings.content(
              new Content(
                  source,
                  content.stem() + "-" + number,
                  bytes,
                  content.depth() + 1,
                  target.target(),
                  charset));
        }
      }
    } catch (IOException | RuntimeException broken) {
      findings.unreadable(source, position, "a record that cannot be read: " + broken.getMessage());
    }
    return true;
  }

  private static Optional<MessageBody> body(WarcTargetRecord record) throws IOException {
    if (record instanceof WarcResponse response) {
      boolean web = response.contentType().base().equals(MediaType.HTTP.base());
      return web && response.http().status() == 200
          ? Optional.of(response.http().bodyDecoded())
          : Optional.empty();
    }
    boolean text = record instanceof WarcResource || record instanceof WarcConversion;
    return text ? Optional.of(record.body()) : Optional.empty();
  }

  private static boolean isText(MediaType type) {
    String name = type.base().toString().toLowerCase(Locale.ROOT);
    return name.startsWith("text/")
            && !name.equals("text/css")
            && !name.contains("javascript")
            && !name.equals("text/dns")
        || name.contains("xml") && !name.contains("svg")
        || name.equals("application/json");
  }
}
