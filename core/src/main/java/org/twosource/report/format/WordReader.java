package org.twosource.report.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.twosource.report.Limits;
import org.twosource.report.Report;
import org.twosource.report.format.archive.ArchiveShape;

/**
 * A document of a word processor (Office Open XML, {@code .docx}): a release, a ruling. A paragraph
 * is a line; what a reviewer struck out, foot lines and notes are left out.
 */
final class WordReader implements FormatReader {
  private static final String TEXT = "word/document.xml";
  private static final String PROPERTIES = "docProps/core.xml";
  private static final int HEAD_BYTES = 1 << 16;
  private static final int STEP_BYTES = 1 << 16;

  @Override
  public String format() {
    return "DOCX";
  }

  @Override
  public boolean recognises(Content content) {
    return ArchiveShape.isZip(content)
        && content.head(4_096).contains("[Content_Types].xml")
        && (content.head(HEAD_BYTES).contains("word/") || names(content).contains(TEXT));
  }

  /** The names in the directory at the end of the file, which is no more than looked at. */
  private static String names(Content content) {
    byte[] bytes = content.bytes();
    int from = Math.max(0, bytes.length - HEAD_BYTES);
    return new String(
        bytes, from, bytes.length - from, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content.bytes()))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        boolean isWanted = Set.of(TEXT, PROPERTIES).contains(entry.getName());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[STEP_BYTES];
        for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
          String fault = findings.expansion().add(read);
          if (!fault.isEmpty() || isWanted && bytes.size() > limits.fileBytes()) {
            findings.unreadable(
                content.source(),
                0,
                "the document is not read: "
                    + (fault.isEmpty()
                        ? "its text is " + Limits.beyond("file-bytes", limits.fileBytes())
                        : fault));
            return;
          }
          if (isWanted) {
            bytes.write(buffer, 0, read);
          }
        }
        if (isWanted) {
          parts.put(entry.getName(), bytes.toByteArray());
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      if (!parts.containsKey(TEXT)) {
        findings.unreadable(content.source(), 0, "the document is damaged: " + broken.getMessage());
        return;
      }
    }
    String body = parts.containsKey(TEXT) ? body(xml(parts.get(TEXT), content, limits)) : "";
    if (body.isBlank()) {
      findings.unreadable(content.source(), 0, "a document without text");
      return;
    }
    findings.report(report(body, parts, content, limits));
  }

  private static Document xml(byte[] bytes, Content content, Limits limits) {
    Content part = new Content(content.source(), content.name(), bytes, content.depth(), "", "");
    return Xml.parse(Xml.decode(part), limits);
  }

  private static String body(Document document) {
    StringBuilder body = new StringBuilder();
    for (Element paragraph : Xml.all(document, "p")) {
      StringBuilder line = new StringBuilder();
      runs(paragraph, line);
      String text = line.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
      if (!text.isEmpty()) {
        body.append(body.isEmpty() ? "" : "\n").append(text);
      }
    }
    return body.toString();
  }

  /** What the runs of a paragraph say; a paragraph inside (of a text box) speaks for itself. */
  private static void runs(Element element, StringBuilder line) {
    for (Node child : element.childNodes()) {
      if (child instanceof Element inner) {
        switch (Xml.localName(inner.tagName())) {
          case "t" -> inner.textNodes().stream().map(TextNode::getWholeText).forEach(line::append);
          case "tab", "br", "cr" -> line.append(' ');
          case "nobreakhyphen" -> line.append('-');
          case "p", "deltext", "instrtext", "ppr", "rpr" -> {
            // no words of this paragraph
          }
          default -> runs(inner, line);
        }
      }
    }
  }

  private static Report report(
      String body, Map<String, byte[]> parts, Content content, Limits limits) {
    Optional<Document> properties =
        Optional.ofNullable(parts.get(PROPERTIES)).map(bytes -> xml(bytes, content, limits));
    return new Report(
        content.stem(),
        content.source(),
        Optional.of(content.url()).filter(url -> !url.isEmpty()),
        Optional.empty(),
        properties.flatMap(document -> first(document, "title")),
        List.of(),
        List.of(),
        Optional.empty(),
        properties.flatMap(document -> first(document, "language")),
        body);
  }

  private static Optional<String> first(Document document, String name) {
    return Xml.all(document, name).stream()
        .map(element -> element.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
