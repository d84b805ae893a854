package org.twosource.app.watch;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.KeptDelivery;
import org.twosource.app.store.KeptWatch;
import org.twosource.app.store.Store;

/** The alerts of a watch, or of all, as an Atom feed (RFC 4287); the newest come first. */
public final class AtomFeed {
  private static final int MOST = 200;
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Store store;

  public AtomFeed(Store store) {
    this.store = store;
  }

  /**
   * @param watch whose alerts; absent: of all watches
   */
  public void write(Optional<KeptWatch> watch, OutputStream out) {
    List<KeptAlert> alerts =
        store.read(Store.View::alerts).stream()
            .filter(alert -> !alert.baseline())
            .filter(alert -> watch.isEmpty() || alert.watch().number() == watch.get().number())
            .sorted((a, b) -> updated(b).compareTo(updated(a)))
            .limit(MOST)
            .toList();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      String name = watch.map(one -> one.kind() + " " + one.query()).orElse("all watches");
      text(xml, "title", "Twosource: " + name);
      text(xml, "id", "urn:twosource:watch:" + watch.map(one -> "w" + one.number()).orElse("all"));
      text(
          xml,
          "updated",
          alerts.stream()
              .findFirst()
              .map(AtomFeed::updated)
              .or(() -> watch.map(KeptWatch::made))
              .orElse("1970-01-01T00:00:00Z"));
      xml.writeStartElement("author");
      text(xml, "name", "Twosource");
      xml.writeEndElement();
      for (KeptAlert alert : alerts) {
        entry(xml, alert);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("the feed could not be written", failure);
    }
  }

  private static String updated(KeptAlert alert) {
    return alert.retracted().orElse(alert.said().at());
  }

  private void entry(XMLStreamWriter xml, KeptAlert alert) throws XMLStreamException {
    KeptDelivery.Event event =
        alert.retracted().isPresent() ? KeptDelivery.Event.RETRACTED : KeptDelivery.Event.TOLD;
    xml.writeStartElement("entry");
    text(xml, "title", (alert.retracted().isPresent() ? "TAKEN BACK: " : "") + alert.said().text());
    text(xml, "id", "urn:twosource:alert:" + alert.id());
    text(xml, "published", alert.said().at());
    text(xml, "updated", updated(alert));
    xml.writeStartElement("category");
    xml.writeAttribute("term", alert.watch().kind());
    xml.writeEndElement();
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(xmlText(Message.text(Message.part(event, alert, store))));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(xmlText(Message.line(text)));
    xml.writeEndElement();
  }

  /** Without characters that no XML may hold. */
  private static String xmlText(String text) {
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
