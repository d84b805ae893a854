package org.twosource.report.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.twosource.report.Edition;
import org.twosource.report.Limits;
import org.twosource.report.PartialDate;
import org.twosource.report.Report;

/** NITF and NewsML-G2, the formats of the wires; and the end of the road for all other XML. */
final class NewsXmlReader implements FormatReader {

  @Override
  public String format() {
    return "NITF or NewsML";
  }

  @Override
  public boolean recognises(Content content) {
    String root = Xml.rootName(content);
    String head = content.head(200).stripLeading();
    return isNews(root)
        || head.startsWith("<?xml") && !root.isEmpty() && !root.equals("html")
        || Xml.isHeadAlone(content);
  }

  private static boolean isNews(String root) {
    return root.equals("nitf")
        || root.equals("newsitem")
        || root.equals("newsmessage")
        || root.equals("newsml");
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    String root = Xml.rootName(content);
    if (!isNews(root)) {
      findings.unreadable(
          content.source(),
          0,
          root.isEmpty()
              ? "XML without an element"
              : "XML that is neither a feed nor a news item: <" + root + ">");
      return;
    }
    String xml = Xml.decode(content);
    Document document = Xml.parse(xml, limits);
    List<Element> items = Xml.all(document, "newsitem");
    if (items.isEmpty()) {
      items = Xml.all(document, "nitf");
    }
    int number = 0;
    for (Element item : items) {
      number++;
      String body = body(item);
      if (body.isBlank()) {
        findings.unreadable(content.source(), 0, "a news item without text");
      } else {
        String place = items.size() == 1 ? "" : "-" + number;
        findings.report(report(item, body, content, place));
      }
    }
    if (items.isEmpty()) {
      findings.unreadable(content.source(), 0, "no news item in it");
    } else if (Xml.isCutOff(xml, root)) {
      findings.unreadable(
          content.source(), content.bytes().length, "the news item is cut off; read up to there");
    }
  }

  private static Report report(Element item, String body, Content content, String place) {
    return new Report(
        content.stem() + place,
        content.source(),
        Optional.of(content.url()).filter(url -> !url.isEmpty()),
        provider(item).or(() -> first(item, "publisher")),
        first(item, "hl1", "headline", "hedline", "title"),
        texts(item, "byline", "by"),
        texts(item, "creditline", "distributor"),
        date(item),
        Optional.of(item.attr("xml:lang")).filter(code -> !code.isBlank()),
        new Edition(
            Optional.of(item.attr("guid")).filter(guid -> !guid.isBlank()),
            first(item, "versioncreated").flatMap(DateForms::parse),
            List.of()),
        body);
  }

  /** Who provides the item: a name, or the literal that stands for one in NewsML-G2. */
  private static Optional<String> provider(Element item) {
    return first(item, "provider")
        .or(
            () ->
                Xml.all(item, "provider").stream()
                    .map(element -> element.attr("literal").strip())
                    .filter(name -> !name.isEmpty())
                    .findFirst());
  }

  /** The paragraphs of the content elements, captions of pictures left out. */
  private static String body(Element item) {
    List<Element> holders = holders(item);
    StringBuilder body = new StringBuilder();
    for (Element holder : holders.isEmpty() ? List.of(item) : holders) {
      List<Element> paragraphs = Xml.all(holder, "p");
      for (Element paragraph :
          paragraphs.isEmpty() && !holders.isEmpty() ? List.of(holder) : paragraphs) {
        boolean picture = paragraph.closest("media") != null;
        String text = paragraph.text().strip();
        if (!picture && !text.isEmpty()) {
          body.append(body.isEmpty() ? "" : "\n").append(text);
        }
      }
    }
    return body.toString();
  }

  /** The elements that hold content; of two, one in the other, the inner alone. */
  private static List<Element> holders(Element item) {
    List<Element> all = Xml.all(item, "body.content", "inlinexml", "inlinedata", "datacontent");
    return all.stream()
        .filter(holder -> all.stream().noneMatch(other -> isInside(other, holder)))
        .toList();
  }

  private static boolean isInside(Element inner, Element outer) {
    return inner != outer && inner.parents().contains(outer);
  }

  private static Optional<String> first(Element item, String... names) {
    for (String name : names) {
      for (Element element : Xml.all(item, name)) {
        String text = element.text().strip();
        if (!text.isEmpty()) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> texts(Element item, String... names) {
    List<String> texts = new ArrayList<>();
    for (Element element : Xml.all(item, names)) {
      String text = element.text().strip();
      if (!text.isEmpty() && !texts.contains(text)) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static Optional<PartialDate> date(Element item) {
    for (Element issue : Xml.all(item, "date.issue", "date.release", "story.date")) {
      Optional<PartialDate> date = DateForms.parse(issue.attr("norm"));
      if (date.isPresent()) {
        return date;
      }
    }
    return first(item, "contentcreated", "firstcreated", "versioncreated")
        .flatMap(DateForms::parse);
  }
}
