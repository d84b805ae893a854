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

/**
 * RSS of all versions and Atom: each entry that holds text is a report. Read leniently, field by
 * field, so that one bad field or broken tag costs nothing but itself.
 */
final class FeedReader implements FormatReader {
  @Override
  public String format() {
    return "feed";
  }

  @Override
  public boolean recognises(Content content) {
    String root = Xml.rootName(content);
    return switch (root) {
      case "rss", "feed", "channel" -> true;
      case "rdf" -> {
        String head = content.head(16_384);
        yield head.contains("purl.org/rss")
            || head.contains("netscape.com/rdf")
            || head.contains("<item")
            || head.contains("<channel");
      }
      default -> false;
    };
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    String xml = Xml.decode(content);
    Document feed = Xml.parse(xml, limits);
    List<Element> entries = Xml.all(feed, "item", "entry");
    Optional<Element> channel = Xml.all(feed, "channel", "feed").stream().findFirst();
    int number = 0;
    int silent = 0;
    for (Element entry : entries) {
      number++;
      Optional<Report> report;
      try {
        report = report(entry, channel, content, number, limits);
      } catch (LimitPassed passed) {
        findings.unreadable(
            content.source() + "#" + number, 0, String.valueOf(passed.getMessage()));
        continue;
      }
      if (report.isPresent()) {
        findings.report(report.get());
      } else {
        silent++;
      }
    }
    if (entries.isEmpty()) {
      findings.unreadable(content.source(), 0, "a feed without entries");
      return;
    }
    boolean cut = Xml.isCutOff(xml, Xml.rootName(content));
    if (silent > (cut ? 1 : 0)) { // an entry that is cut off before its text is told below
      findings.unreadable(
          content.source(), 0, silent + " of " + number + " entries of the feed hold no text");
    }
    if (cut) {
      findings.unreadable(
          content.source(), content.bytes().length, "the feed is cut off; read up to there");
    }
  }

  private static Optional<Report> report(
      Element entry, Optional<Element> channel, Content content, int number, Limits limits) {
    String body = body(entry, limits);
    if (body.isBlank()) {
      return Optional.empty();
    }
    Optional<String> link = link(entry);
    return Optional.of(
        new Report(
            content.stem() + "-" + number,
            content.source() + "#" + number,
            link,
            outlet(entry, channel).map(PageMetadata::untagged),
            Xml.child(entry, "title").map(PageMetadata::untagged),
            authors(entry),
            Xml.child(entry, "credit").map(List::of).orElse(List.of()),
            date(entry, FeedNames.DATES),
            Xml.child(entry, "language")
                .or(() -> channel.flatMap(feed -> Xml.child(feed, "language")))
                .or(() -> channel.map(feed -> feed.attr("xml:lang")))
                .map(String::strip)
                .filter(code -> code.matches("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")),
            new Edition(
                Xml.child(entry, "guid", "id").map(String::strip).filter(id -> !id.isEmpty()),
                date(entry, FeedNames.CHANGED),
                List.of()),
            body));
  }

  /** Where an aggregator has the entry from, else the feed itself. */
  private static Optional<String> outlet(Element entry, Optional<Element> channel) {
    for (Element field : entry.children()) {
      if (Xml.localName(field.tagName()).equals("source")) {
        Optional<String> name = Xml.child(field, "title").or(() -> Optional.of(field.text()));
        if (field.childrenSize() == 0 || Xml.child(field, "title").isPresent()) {
          return name.map(String::strip).filter(text -> !text.isEmpty());
        }
      }
    }
    return channel.flatMap(feed -> Xml.child(feed, "title"));
  }

  /** The longest of the texts that the entry gives of itself. */
  private static String body(Element entry, Limits limits) {
    String longest = "";
    for (Element field : entry.children()) {
      String text =
          switch (Xml.localName(field.tagName())) {
            case "encoded",
                "content",
                "description",
                "summary",
                "body",
                "fulltext",
                "tagline",
                "abstract" ->
                text(field, limits);
            default -> "";
          };
      longest = text.length() > longest.length() ? text : longest;
    }
    return longest;
  }

  private static String text(Element field, Limits limits) {
    boolean markup = field.childrenSize() > 0;
    String given = markup ? field.html() : field.wholeText();
    return given.indexOf('<') < 0 && given.indexOf('&') < 0
        ? HtmlReader.withoutControls(given).strip()
        : HtmlReader.text(given, limits);
  }

  private static Optional<String> link(Element entry) {
    for (Element link : entry.children()) {
      if (Xml.localName(link.tagName()).equals("link")) {
        boolean page = link.attr("rel").isEmpty() || link.attr("rel").equals("alternate");
        String address = link.hasAttr("href") ? link.attr("href") : link.text();
        if (page && !address.isBlank()) {
          return Optional.of(address.strip());
        }
      }
    }
    return Xml.child(entry, "guid", "id").filter(address -> address.startsWith("http"));
  }

  private static List<String> authors(Element entry) {
    List<String> names = new ArrayList<>();
    for (Element field : entry.children()) {
      String name = Xml.localName(field.tagName());
      if (name.equals("author") || name.equals("creator")) {
        Xml.child(field, "name")
            .or(() -> Optional.of(field.text().strip()))
            .filter(text -> !text.isEmpty())
            .ifPresent(names::add);
      }
    }
    return names;
  }

  private static Optional<PartialDate> date(Element entry, List<String> names) {
    for (String name : names) {
      Optional<PartialDate> date =
          Xml.child(entry, name)
              .flatMap(
                  text -> DateForms.parse(text).or(() -> PageDates.in(text, DayOrder.MONTH_FIRST)));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }
}
