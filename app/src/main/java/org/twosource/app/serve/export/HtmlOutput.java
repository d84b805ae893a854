package org.twosource.app.serve.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.twosource.app.watch.AtomWriter;

/** A page of its own that loads nothing and runs nothing; quotes are below what rests on them. */
final class HtmlOutput implements Output {
  private static final String STYLE =
      ":root { color-scheme: light dark } body { font: 1rem/1.5 Georgia, serif; max-width: 46rem;"
          + " margin: 2rem auto; padding: 0 1rem } li { margin: 0 0 1rem } dl { margin: .2rem 0;"
          + " font: .9rem/1.4 sans-serif } dt { float: left; clear: left; margin-right: .5rem }"
          + " dt::after { content: ':' } dd { margin: 0 } blockquote { margin: .4rem 0 .4rem 1rem;"
          + " padding-left: .8rem; border-left: 2px solid } cite { font: .9rem sans-serif }";

  @Override
  public void write(Listing listing, OutputStream out) throws IOException {
    out.write("<!DOCTYPE html>\n".getBytes(StandardCharsets.UTF_8));
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      page(xml, listing);
      xml.flush();
    } catch (XMLStreamException failure) {
      throw new IOException("the page could not be written", failure);
    }
  }

  private static void page(XMLStreamWriter xml, Listing listing) throws XMLStreamException {
    open(xml, "html", "lang", "en");
    open(xml, "head");
    empty(xml, "meta", "charset", "utf-8");
    empty(
        xml,
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'");
    empty(xml, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    element(xml, "title", listing.title());
    element(xml, "style", STYLE);
    xml.writeEndElement();
    open(xml, "body");
    element(xml, "h1", listing.title());
    if (listing.items().isEmpty()) {
      element(xml, "p", "Nothing is listed.");
    }
    open(xml, "ol");
    for (Listing.Item item : listing.items()) {
      item(xml, item, listing);
    }
    xml.writeEndElement();
    element(xml, "p", "It measures reporting, not truth. Saved from Twosource.");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void item(XMLStreamWriter xml, Listing.Item item, Listing listing)
      throws XMLStreamException {
    open(xml, "li");
    element(xml, "div", item.cell(0));
    open(xml, "dl");
    for (int i = 1; i < listing.columns().size(); i++) {
      if (!item.cell(i).isEmpty()) {
        element(xml, "dt", listing.columns().get(i));
        element(xml, "dd", item.cell(i));
      }
    }
    xml.writeEndElement();
    for (QuotedWords quote : item.quotes()) {
      open(xml, "blockquote");
      element(xml, "div", quote.words());
      element(
          xml,
          "cite",
          quote.outlet()
              + " ("
              + quote.place()
              + ")"
              + (quote.address().isEmpty() ? "" : " " + quote.address()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void open(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeStartElement(name);
    attributes(xml, attributes);
  }

  private static void empty(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    attributes(xml, attributes);
  }

  private static void attributes(XMLStreamWriter xml, String... attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(AtomWriter.allowed(text));
    xml.writeEndElement();
  }

  private static String digest(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
