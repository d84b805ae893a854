package org.twosource.report.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.twosource.report.Limits;
import org.twosource.report.Report;

/**
 * Web pages: one page is one report. Its body is the text of the article, a paragraph a line;
 * scripts are never run and nothing is fetched.
 */
final class HtmlReader implements FormatReader {
  private static final Pattern TAGS =
      Pattern.compile(
          "(?i)<(?:!doctype html|html|head|body|meta|title|article|div|p|span|script|h1|table|section|main)\\b[^<>]*>");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\s\\x85]]");
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})");
  private static final int HEAD_BYTES = 16_384;

  @Override
  public String format() {
    return "HTML";
  }

  /** A page says so, or has at least three tags of which one comes at once. */
  @Override
  public boolean recognises(Content content) {
    String head = head(content);
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return true;
    }
    Matcher tags = TAGS.matcher(head);
    int count = 0;
    while (count < 3 && tags.find()) {
      count++;
    }
    return start.startsWith("<")
            && count >= 1
            && !start.startsWith("<?xml")
            && !start.startsWith("<rss")
            && !start.startsWith("<feed")
        || start.startsWith("<?xml") && start.contains("<html")
        || count >= 3 && head.indexOf('<') >= 0 && TAGS.matcher(head).find() && hasPageTag(start);
  }

  private static boolean hasPageTag(String lower) {
    return lower.contains("<html")
        || lower.contains("<body")
        || lower.contains("<div")
        || lower.contains("<p>");
  }

  private static String head(Content content) {
    return Decoding.isWide(content.bytes())
        ? Decoding.decode(
            java.util.Arrays.copyOf(
                content.bytes(), Math.min(content.bytes().length, HEAD_BYTES) & ~1),
            "")
        : content.head(HEAD_BYTES).replaceFirst("^\u00ef\u00bb\u00bf", "");
  }

  @Override
  public void read(Content content, Limits limits, Findings findings) {
    Optional<Report> report = read(content, limits);
    if (report.isPresent()) {
      findings.report(report.get());
      if (Paywall.holdsBack(content, report.get().body(), limits)) {
        findings.unreadable(
            content.source(), 0, "the page shows its beginning alone, the rest is for subscribers");
      }
    } else {
      findings.unreadable(content.source(), 0, "a page without text");
    }
  }

  /** The report of a page, if it holds text. */
  static Optional<Report> read(Content content, Limits limits) {
    Document page = parse(decode(content), limits);
    PageMetadata metadata = PageMetadata.of(page, content.url());
    List<String> paragraphs = ArticleText.of(page, metadata.headline().orElse(""));
    Optional<String> body = ArticleText.body(paragraphs);
    boolean shortBody = body.map(String::length).orElse(0) < 200;
    Optional<String> said =
        metadata
            .articleBody()
            .filter(text -> text.length() > 2 * body.map(String::length).orElse(0));
    return (shortBody && said.isPresent() ? said : body)
        .map(
            text ->
                new Report(
                    content.stem(),
                    content.source(),
                    metadata.url(),
                    metadata.outlet(),
                    metadata.headline(),
                    metadata.byline(),
                    List.of(),
                    metadata.published(),
                    metadata.language(),
                    metadata.edition(),
                    text));
  }

  static Document parse(String html, Limits limits) {
    TagCount.check(html, limits);
    Document page =
        Parser.htmlParser().setMaxDepth(limits.pageDepth()).parseInput(withoutControls(html), "");
    page.outputSettings().prettyPrint(false);
    return page;
  }

  /** Without control characters other than white space: leftovers of an editor, never text. */
  static String withoutControls(String text) {
    return CONTROLS.matcher(text).replaceAll("");
  }

  /** The text of a fragment of markup, a paragraph a line. */
  static String text(String fragment, Limits limits) {
    Document page = parse(fragment, limits);
    page.select("script, style, template, iframe, figcaption, noscript").forEach(Element::remove);
    page.select("p, div, br, li, h1, h2, h3, h4, h5, h6, tr, blockquote, section")
        .forEach(block -> block.before("\n"));
    StringBuilder text = new StringBuilder();
    for (String line : page.body().wholeText().split("\n")) {
      String stripped = line.replaceAll("[\\s\u00a0]+", " ").strip();
      if (!stripped.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(stripped);
      }
    }
    return text.toString();
  }

  static String decode(Content content) {
    Matcher declared = CHARSET.matcher(content.head(HEAD_BYTES));
    String named = declared.find() ? declared.group(1) : content.charset();
    boolean utf8 = Decoding.byName(named).map(StandardCharsets.UTF_8::equals).orElse(true);
    return Decoding.decode(content.bytes(), utf8 ? "" : named);
  }
}
