package org.twosource.app.watch;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an Atom feed (RFC 4287), entry by entry; one thread at a time. */
public final class AtomWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final XMLStreamWriter xml;

  /**
   * Something that happened.
   *
   * @param id an address or a URN, the same whenever the entry is written
   * @param published ISO 8601 instant
   * @param category empty without one
   * @param content text, in which nothing is markup
   */
  public record Entry(
      String id, String title, String published, String updated, String category, String content) {}

  /**
   * Begins a feed.
   *
   * @param updated ISO 8601 instant
   */
  public AtomWriter(OutputStream out, String id, String title, String updated) {
    try {
      xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      text("title", title);
      text("id", id);
      text("updated", updated);
      xml.writeStartElement("author");
      text("name", "Twosource");
      xml.writeEndElement();
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("the feed could not be written", failure);
    }
  }

  public void write(Entry entry) {
    try {
      xml.writeStartElement("entry");
      text("title", entry.title());
      text("id", entry.id());
      text("published", entry.published());
      text("updated", entry.updated());
      if (!entry.category().isEmpty()) {
        xml.writeStartElement("category");
        xml.writeAttribute("term", entry.category());
        xml.writeEndElement();
      }
      xml.writeStartElement("content");
      xml.writeAttribute("type", "text");
      xml.writeCharacters(allowed(entry.content()));
      xml.writeEndElement();
      xml.writeEndElement();
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("the feed could not be written", failure);
    }
  }

  /** Ends the feed; the stream stays open. */
  public void end() {
    try {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("the feed could not be written", failure);
    }
  }

  private void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(allowed(Message.line(text)));
    xml.writeEndElement();
  }

  /** Without characters that no XML may hold. */
  public static String allowed(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(
            one ->
                one == '\t'
                    || one == '\n'
                    || one >= ' ' && one <= 0xd7ff
                    || one >= 0xe000 && one <= 0xfffd
                    || one >= 0x10000)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
