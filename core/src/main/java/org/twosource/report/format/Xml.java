package org.twosource.report.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.twosource.report.Limits;

/**
 * XML read with a lenient parser: nothing outside the document is fetched, no entity is expanded,
 * and broken markup gives what can be made of it. Elements go by their names in lower case without
 * their prefix.
 */
final class Xml {
  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]{0,80}encoding\\s*=\\s*[\"']([\\w:.-]{2,40})[\"']");
  private static final Pattern BEFORE_ROOT =
      Pattern.compile(
          "(?s)\\A(?:\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*)?>)*+");
  private static final int HEAD_BYTES = 8_192;

  private Xml() {}

  /** The name of the first element, in lower case and without prefix; "" when none begins soon. */
  static String rootName(Content content) {
    byte[] head = Arrays.copyOf(content.bytes(), Math.min(content.bytes().length, HEAD_BYTES) & ~3);
    if (content.bytes().length < HEAD_BYTES) {
      head = content.bytes();
    }
    String text = Decoding.decode(head, named(content));
    Matcher before = BEFORE_ROOT.matcher(text);
    int at = before.lookingAt() ? before.end() : 0;
    if (at >= text.length() || text.charAt(at) != '<') {
      return "";
    }
    int end = at + 1;
    while (end < text.length()
        && end < at + 80
        && (Character.isLetterOrDigit(text.charAt(end)) || ":-_.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return localName(text.substring(at + 1, end));
  }

  static String decode(Content content) {
    return Decoding.decode(content.bytes(), named(content));
  }

  private static String named(Content content) {
    Matcher declared = ENCODING.matcher(content.head(300));
    String named = declared.find() ? declared.group(1) : content.charset();
    boolean utf8 = Decoding.byName(named).map(StandardCharsets.UTF_8::equals).orElse(true);
    return utf8 || named.toUpperCase(Locale.ROOT).startsWith("UTF-16") ? "" : named;
  }

  static Document parse(String xml, Limits limits) {
    TagCount.check(xml, limits);
    Document document = Parser.xmlParser().setMaxDepth(limits.pageDepth()).parseInput(xml, "");
    document.outputSettings().prettyPrint(false);
    return document;
  }

  /** Whether the element that holds all others is never closed. */
  static boolean isCutOff(String xml, String rootName) {
    return !Pattern.compile("(?i)</(?:[\\w.-]+:)?" + Pattern.quote(rootName) + "\\s*>")
        .matcher(xml)
        .find();
  }

  /** Whether this is XML of which not even the first element is there. */
  static boolean isHeadAlone(Content content) {
    return content.bytes().length < HEAD_BYTES
        && content.head(HEAD_BYTES).stripLeading().startsWith("<?xml")
        && !content.head(HEAD_BYTES).contains("<html")
        && rootName(content).isEmpty();
  }

  static String localName(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  /** Every element under {@code root} with one of these local names, in document order. */
  static List<Element> all(Element root, String... names) {
    List<String> wanted = Arrays.asList(names);
    List<Element> found = new ArrayList<>();
    for (Element element : root.getAllElements()) {
      if (wanted.contains(localName(element.tagName()))) {
        found.add(element);
      }
    }
    return found;
  }

  /** The text of the first child with the first of these names that has one. */
  static Optional<String> child(Element parent, String... names) {
    for (String name : names) {
      for (Element element : parent.children()) {
        boolean same =
            name.indexOf(':') < 0
                ? localName(element.tagName()).equals(name)
                : element.tagName().equalsIgnoreCase(name);
        if (same) {
          String text = element.text().strip();
          if (!text.isEmpty()) {
            return Optional.of(text);
          }
        }
      }
    }
    return Optional.empty();
  }
}
