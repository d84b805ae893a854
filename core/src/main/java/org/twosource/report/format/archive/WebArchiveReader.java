package org.twosource.report.format.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
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
import org.twosource.report.format.Content;
import org.twosource.report.format.Expansion;
import org.twosource.report.format.Findings;
import org.twosource.report.format.FormatReader;

/** WARC and ARC: each page, feed or text that was fetched with success is read in its turn. */
public final class WebArchiveReader implements FormatReader {
  /** So much junk before the first record is looked past. */
  private static final int JUNK_BYTES = 4_096;

  @Override
  public String format() {
    return "WARC";
  }

  @Override
  public boolean recognises(Content content) {
    String head = content.head(16);
    return head.startsWith("WARC/") || head.startsWith("filedesc:") || beginsSoon(content);
  }

  /** Whether a record follows some junk; a page or list that shows one is none. */
  private static boolean beginsSoon(Content content) {
    int start = WarcRecords.first(content.bytes(), JUNK_BYTES);
    return start > 0 && !content.head(start).stripLeading().matches("(?s)[<{\\[].*");
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    Entries entries = new Entries(content, limits, findings);
    if (!entries.begin()) {
      return;
    }
    boolean given =
        content.head(16).startsWith("filedesc:")
            ? readArc(content, limits, findings)
            : readWarc(content, limits, findings);
    if (!given) {
      findings.unreadable(
          content.source(), 0, "a web archive without pages that were fetched with success");
    }
  }

  /** Reads record by record and says whether anything came of it. */
  private static boolean readWarc(Content content, Limits limits, Findings findings) {
    WarcRecords records = new WarcRecords(content.bytes());
    int number = 0;
    boolean given = false;
    for (Optional<WarcRecords.Stretch> next = records.next();
        next.isPresent();
        next = records.next()) {
      WarcRecords.Stretch stretch = next.get();
      if (!stretch.fault().isEmpty()) {
        given |= tellDamage(stretch, content, findings);
        continue;
      }
      number++;
      if (number > limits.archiveEntries()) {
        findings.unreadable(
            content.source(), stretch.start(), beyondEntries(limits) + "; the rest is not read");
        return true;
      }
      int length = stretch.end() - stretch.start();
      try (WarcReader archive =
          new WarcReader(new ByteArrayInputStream(content.bytes(), stretch.start(), length))) {
        Optional<WarcRecord> record = archive.next();
        given |=
            record.isPresent()
                && record(record.get(), content, number, stretch.start(), limits, findings);
      } catch (IOException | RuntimeException broken) {
        given = true;
        findings.unreadable(
            content.source() + "!" + number,
            stretch.start(),
            "a record that cannot be read: " + broken.getMessage());
      }
    }
    return given;
  }

  /** Says what is damaged; white space and a byte order mark before the first record are not. */
  private static boolean tellDamage(
      WarcRecords.Stretch stretch, Content content, Findings findings) {
    String head = content.head(Math.min(stretch.end(), JUNK_BYTES));
    boolean harmless =
        stretch.start() == 0
            && stretch.end() < JUNK_BYTES
            && head.replace("\u00ef\u00bb\u00bf", "").isBlank();
    if (!harmless) {
      findings.unreadable(content.source(), stretch.start(), stretch.fault());
    }
    return !harmless;
  }

  private static String beyondEntries(Limits limits) {
    return Limits.beyond("archive-entries", limits.archiveEntries());
  }

  /** Reads the older form, whose records do not say where they begin. */
  private static boolean readArc(Content content, Limits limits, Findings findings) {
    int number = 0;
    long position = 0;
    boolean given = false;
    try (WarcReader archive = new WarcReader(new ByteArrayInputStream(content.bytes()))) {
      for (Optional<WarcRecord> next = archive.next(); next.isPresent(); next = archive.next()) {
        position = archive.position();
        number++;
        if (number > limits.archiveEntries()) {
          findings.unreadable(content.source(), position, beyondEntries(limits));
          return true;
        }
        given |= record(next.get(), content, number, position, limits, findings);
      }
      return given;
    } catch (IOException | RuntimeException broken) {
      findings.unreadable(
          content.source(),
          position,
          "the web archive is damaged or cut off: " + broken.getMessage());
      return true;
    }
  }

  /** Reads one record and says whether it gave anything. */
  private static boolean record(
      WarcRecord record,
      Content content,
      int number,
      long position,
      Limits limits,
      Findings findings)
      throws IOException {
    if (!(record instanceof WarcTargetRecord target)) {
      return false;
    }
    String source = content.source() + "!" + number;
    Optional<MessageBody> body = body(target);
    if (body.isEmpty()) {
      return false;
    }
    MediaType type = target.payload().map(payload -> payload.type()).orElse(MediaType.OCTET_STREAM);
    if (!isText(type)) {
      return false;
    }
    long packed = Math.max(0, target.body().size());
    Fetched fetched;
    try (InputStream stream = body.get().stream()) {
      fetched = Fetched.of(stream, packed, limits, findings.expansion());
    }
    if (!fetched.limit().isEmpty()) {
      findings.unreadable(source, position, fetched.limit());
      return true;
    }
    cut(target, fetched)
        .ifPresent(why -> findings.unreadable(source, position, why + "; read as far as it goes"));
    findings.content(
        new Content(
            source,
            content.stem() + "-" + number,
            fetched.bytes(),
            content.depth() + 1,
            target.target(),
            type.parameters().getOrDefault("charset", "")));
    return true;
  }

  /** Says that not all of a page was fetched or kept. */
  private static Optional<String> cut(WarcTargetRecord record, Fetched fetched) {
    Optional<String> marked = record.headers().first("WARC-Truncated");
    if (marked.isPresent()) {
      return Optional.of("the page was cut off when it was fetched (" + marked.get() + ")");
    }
    return fetched.fault().isEmpty()
        ? Optional.empty()
        : Optional.of("the page is cut off or damaged (" + fetched.fault() + ")");
  }

  /**
   * What a record holds, unpacked.
   *
   * @param fault why it ends early, or ""
   * @param limit the limit that it passes, or ""
   */
  private record Fetched(byte[] bytes, String fault, String limit) {
    private static final int STEP_BYTES = 1 << 16;

    static Fetched of(InputStream stream, long packed, Limits limits, Expansion expansion) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[STEP_BYTES];
      try {
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
          String limit =
              bytes.size() + read > limits.fileBytes()
                  ? Limits.beyond("file-bytes", limits.fileBytes())
                  : expansion.add(Math.clamp(bytes.size() + read - packed, 0, read));
          if (!limit.isEmpty()) {
            return new Fetched(new byte[0], "", limit);
          }
          bytes.write(buffer, 0, read);
        }
        return new Fetched(bytes.toByteArray(), "", "");
      } catch (IOException broken) {
        return new Fetched(bytes.toByteArray(), String.valueOf(broken.getMessage()), "");
      }
    }
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
