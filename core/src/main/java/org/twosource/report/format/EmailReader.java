package org.twosource.report.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.twosource.report.Edition;
import org.twosource.report.Limits;
import org.twosource.report.Report;

/**
 * A newsletter or release sent by mail (RFC 5322, MIME): one message is one report. The outlet is
 * who it is from, the headline its subject. Of two forms of one text the page is read, as pages
 * are; what is attached is not.
 */
final class EmailReader implements FormatReader {
  private static final int HEAD_BYTES = 16_384;
  private static final int DEEPEST_PART = 20;
  private static final int LEAST_FIELDS = 3;
  private static final Pattern FIELD = Pattern.compile("([!-9;-~]{2,60}):.*");
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?i)from|to|date|subject|message-id|mime-version|received|return-path|reply-to"
              + "|content-type|list-unsubscribe|delivered-to|dkim-signature");

  @Override
  public String format() {
    return "e-mail";
  }

  /**
   * It begins with fields, of which three are those of mail, and one says whom it is from; a line
   * of a mailbox may stand before them.
   */
  @Override
  public boolean recognises(Content content) {
    String head = content.head(HEAD_BYTES);
    int known = 0;
    boolean hasSender = false;
    int number = 0;
    for (String line : head.split("\r?\n", -1)) {
      if (line.isEmpty()) {
        break;
      }
      boolean isFolded = number > 0 && (line.startsWith(" ") || line.startsWith("\t"));
      Matcher field = FIELD.matcher(line);
      boolean isMailbox = number == 0 && line.startsWith("From ");
      if (!isFolded && !isMailbox && !field.matches()) {
        return false;
      }
      if (field.matches()) {
        known += KNOWN.matcher(field.group(1)).matches() ? 1 : 0;
        hasSender |= field.group(1).equalsIgnoreCase("from");
      }
      number++;
    }
    return hasSender && known >= LEAST_FIELDS;
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    try {
      Message message = parse(content.bytes());
      Optional<TextBody> page = find(message, "text/html", 0);
      Optional<TextBody> plain = find(message, "text/plain", 0);
      Optional<String> body =
          page.flatMap(html -> article(html, content, limits))
              .or(() -> plain.map(EmailReader::text).map(String::strip))
              .filter(text -> !text.isBlank());
      if (body.isEmpty()) {
        findings.unreadable(content.source(), 0, "a mail without text");
        return;
      }
      findings.report(report(message, body.get(), content));
    } catch (IOException | MimeException | RuntimeException broken) {
      findings.unreadable(content.source(), 0, "the mail is damaged: " + broken.getMessage());
    }
  }

  private static Message parse(byte[] bytes) throws IOException, MimeException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(100_000)
            .setMaxHeaderCount(2_000)
            .build());
    builder.setDecodeMonitor(DecodeMonitor.SILENT);
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      return builder.parseMessage(in);
    }
  }

  private static Optional<TextBody> find(Entity entity, String type, int depth) {
    Body body = entity.getBody();
    if (depth > DEEPEST_PART || "attachment".equalsIgnoreCase(entity.getDispositionType())) {
      return Optional.empty();
    }
    if (body instanceof Multipart parts) {
      for (Entity part : parts.getBodyParts()) {
        Optional<TextBody> found = find(part, type, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return body instanceof TextBody text && type.equalsIgnoreCase(entity.getMimeType())
        ? Optional.of(text)
        : Optional.empty();
  }

  private static String text(TextBody body) {
    String charset = Optional.ofNullable(body.getMimeCharset()).orElse("");
    boolean isKnown = Decoding.byName(charset).isPresent() && !charset.equalsIgnoreCase("us-ascii");
    return Decoding.decode(bytes(body), isKnown ? charset : "").replace("\r\n", "\n");
  }

  private static byte[] bytes(SingleBody body) {
    try (InputStream in = body.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException damaged) {
      return new byte[0];
    }
  }

  /** The text of a page, read as pages are; all of its text where no article is found in it. */
  private static Optional<String> article(TextBody html, Content content, Limits limits) {
    String page = text(html);
    Content inner =
        new Content(
            content.source(),
            content.name(),
            page.getBytes(StandardCharsets.UTF_8),
            content.depth() + 1,
            "",
            "UTF-8");
    return HtmlReader.read(inner, limits)
        .map(Report::body)
        .or(() -> Optional.of(HtmlReader.text(page, limits)))
        .filter(text -> !text.isBlank());
  }

  private static Report report(Message message, String body, Content content) {
    return new Report(
        content.stem(),
        content.source(),
        Optional.of(content.url()).filter(url -> !url.isEmpty()),
        sender(message),
        Optional.ofNullable(message.getSubject())
            .map(subject -> subject.replaceAll("\\s+", " ").strip())
            .filter(subject -> !subject.isEmpty()),
        List.of(),
        List.of(),
        Optional.ofNullable(message.getDate()).flatMap(EmailReader::date),
        Optional.ofNullable(message.getHeader().getField("Content-Language"))
            .map(Field::getBody)
            .map(String::strip)
            .filter(code -> code.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")),
        new Edition(
            Optional.ofNullable(message.getMessageId()).map(String::strip),
            Optional.empty(),
            List.of()),
        body);
  }

  private static Optional<org.twosource.report.PartialDate> date(Date date) {
    return DateForms.parse(date.toInstant().atOffset(ZoneOffset.UTC).toString());
  }

  /** The name of who sent it, else the domain of the address. */
  private static Optional<String> sender(Message message) {
    MailboxList from = message.getFrom();
    if (from == null || from.isEmpty()) {
      return Optional.empty();
    }
    Mailbox first = from.get(0);
    return Optional.ofNullable(first.getName())
        .map(name -> name.replaceAll("\\s+", " ").strip())
        .filter(name -> !name.isEmpty())
        .or(() -> Optional.ofNullable(first.getDomain()));
  }
}
