package org.twosource.app.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.twosource.app.fetch.WebAddress;
import org.twosource.report.Unreadable;

/**
 * A list of feeds: OPML, or an address a line with {@code #} before remarks.
 *
 * @param feeds each address once
 * @param wrong entries that are no address
 * @see <a href="http://opml.org/spec2.opml">OPML 2.0</a>
 */
public record FeedList(List<Feed> feeds, List<Unreadable> wrong) {
  /** Longest list that is read. */
  public static final int MAX_BYTES = 32 << 20;

  public FeedList {
    feeds = List.copyOf(feeds);
    wrong = List.copyOf(wrong);
  }

  /**
   * @param source as the user knows it
   * @throws IOException for OPML that is none, with the place
   */
  public static FeedList read(byte[] bytes, String source) throws IOException {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
    Collected collected = new Collected(source);
    if (text.startsWith("<")) {
      opml(bytes, collected, source);
    } else {
      int number = 0;
      for (String line : text.split("\n", -1)) {
        number++;
        if (!line.isBlank() && !line.strip().startsWith("#")) {
          collected.add(line.strip(), Optional.empty(), number);
        }
      }
    }
    return new FeedList(List.copyOf(collected.feeds.values()), collected.wrong);
  }

  /** What was found so far. */
  private static final class Collected {
    final Map<URI, Feed> feeds = new LinkedHashMap<>();
    final List<Unreadable> wrong = new ArrayList<>();
    final String source;

    Collected(String source) {
      this.source = source;
    }

    void add(String address, Optional<String> title, int line) {
      Optional<URI> uri = WebAddress.parse(address.replaceFirst("^feed:(?://)?(?=https?:)", ""));
      uri.ifPresentOrElse(
          at -> feeds.putIfAbsent(at, new Feed(at, title)),
          () ->
              wrong.add(
                  new Unreadable(source, 0, "line " + line + ": no address to ask: " + address)));
    }
  }

  private static void opml(byte[] bytes, Collected collected, String source) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equalsIgnoreCase("outline")) {
          String address = attribute(xml, "xmlUrl");
          if (!address.isBlank()) {
            String title = attribute(xml, "title");
            Optional<String> named =
                Optional.of(title.isBlank() ? attribute(xml, "text") : title)
                    .map(String::strip)
                    .filter(name -> !name.isEmpty());
            collected.add(address, named, xml.getLocation().getLineNumber());
          }
        }
      }
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
      throw new IOException(source + " is no OPML that can be read: line " + line, broken);
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
        @Nullable String value = xml.getAttributeValue(i);
        return value == null ? "" : value;
      }
    }
    return "";
  }

  /** Writes feeds as OPML 2.0. */
  public static void write(List<Feed> feeds, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("opml");
      xml.writeAttribute("version", "2.0");
      xml.writeStartElement("head");
      xml.writeStartElement("title");
      xml.writeCharacters("Sources");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeStartElement("body");
      for (Feed feed : feeds) {
        xml.writeCharacters("\n  ");
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", printable(feed.title().orElse(feed.address().toString())));
        xml.writeAttribute("xmlUrl", feed.address().toString());
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
      out.write('\n');
    } catch (XMLStreamException failure) {
      throw new IOException("the list of feeds could not be written", failure);
    }
  }

  /** Without characters that XML cannot hold. */
  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x{d7ff}\\x{e000}-\\x{fffd}\\x{10000}-\\x{10ffff}]", " ");
  }
}
