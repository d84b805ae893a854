package org.twosource.report.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.twosource.report.Edition;
import org.twosource.report.PartialDate;

/**
 * What a page says about its article: linked data (schema.org), Open Graph and other meta elements,
 * time elements, and dates written in the places where pages write them. The first source that
 * gives a value counts, in that order.
 */
record PageMetadata(
    Optional<String> url,
    Optional<String> outlet,
    Optional<String> headline,
    List<String> byline,
    Optional<PartialDate> published,
    Optional<String> language,
    Edition edition,
    Optional<String> articleBody) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_LINKED_DATA_CHARACTERS = 2_000_000;
  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(".*(?:Article|Posting|Report|Review|LiveBlog|Recipe|WebPage|VideoObject).*");

  static PageMetadata of(Document page, String address) {
    List<JsonNode> linked = linkedData(page);
    return new PageMetadata(
        url(page, address),
        outlet(page, linked),
        headline(page, linked),
        byline(page, linked),
        published(page, linked, address),
        language(page),
        new Edition(Optional.empty(), modified(page, linked), corrections(linked)),
        value(linked, "articleBody").map(PageMetadata::untagged));
  }

  // ---- linked data
  // -------------------------------------------------------------------------------

  /** The articles among the linked data, the more specific types first. */
  static List<JsonNode> linkedData(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      String data = script.data();
      if (data.length() <= MAX_LINKED_DATA_CHARACTERS) {
        try {
          collect(
              JSON.readTree(
                  data.replaceAll("[\\x00-\\x1f]", " ")
                      .replaceAll("^\\s*//<!\\[CDATA\\[|//\\]\\]>\\s*$", "")),
              articles,
              0);
        } catch (JsonProcessingException broken) {
          // linked data is often broken; the other sources remain
        }
      }
    }
    articles.sort((a, b) -> Integer.compare(rank(a), rank(b)));
    return articles;
  }

  private static int rank(JsonNode node) {
    String type = node.path("@type").toString();
    return type.contains("WebPage")
        ? 2
        : type.contains("VideoObject") ? 3 : type.contains("NewsArticle") ? 0 : 1;
  }

  private static void collect(JsonNode node, List<JsonNode> articles, int depth) {
    if (depth > 6 || articles.size() > 50) {
      return;
    }
    if (node.isArray()) {
      node.forEach(one -> collect(one, articles, depth + 1));
    } else if (node.isObject()) {
      if (ARTICLE_TYPE.matcher(node.path("@type").toString()).matches()) {
        articles.add(node);
      }
      for (String name : HtmlNames.LINKED) {
        if (node.path(name).isContainerNode()) {
          collect(node.get(name), articles, depth + 1);
        }
      }
    }
  }

  private static Optional<String> value(List<JsonNode> linked, String name) {
    return linked.stream()
        .map(node -> node.path(name))
        .map(node -> node.isArray() && !node.isEmpty() ? node.get(0) : node)
        .filter(node -> node.isTextual() && !node.asText().isBlank())
        .map(node -> node.asText().strip())
        .findFirst();
  }

  // ---- meta elements
  // -----------------------------------------------------------------------------

  static Optional<String> meta(Document page, List<String> names) {
    for (String name : names) {
      for (Element meta : page.getElementsByTag("meta")) {
        String given =
            first(
                meta.attr("property"),
                meta.attr("name"),
                meta.attr("itemprop"),
                meta.attr("http-equiv"));
        String content = meta.attr("content").strip();
        if (!content.isEmpty() && given.strip().toLowerCase(Locale.ROOT).equals(name)) {
          return Optional.of(content);
        }
      }
    }
    return Optional.empty();
  }

  private static String first(String... values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static Optional<String> url(Document page, String address) {
    return Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
        .map(link -> link.attr("href").strip())
        .filter(link -> link.startsWith("http"))
        .or(() -> meta(page, List.of("og:url")).filter(link -> link.startsWith("http")))
        .or(() -> Optional.of(address).filter(link -> !link.isEmpty()));
  }

  private static Optional<String> outlet(Document page, List<JsonNode> linked) {
    for (JsonNode node : linked) {
      JsonNode publisher = node.path("publisher");
      JsonNode one = publisher.isArray() && !publisher.isEmpty() ? publisher.get(0) : publisher;
      String name = one.isTextual() ? one.asText() : one.path("name").asText("");
      if (!name.isBlank()) {
        return Optional.of(name.strip());
      }
    }
    return meta(page, HtmlNames.OUTLETS);
  }

  private static Optional<String> headline(Document page, List<JsonNode> linked) {
    List<JsonNode> articles = linked.stream().filter(node -> rank(node) < 2).toList();
    Optional<String> said = value(articles, "headline").map(PageMetadata::untagged);
    return said.filter(text -> !text.isBlank())
        .or(() -> onlyHeading(page))
        .or(() -> meta(page, HtmlNames.TITLES))
        .or(() -> Optional.of(page.title().strip()).filter(title -> !title.isEmpty()));
  }

  private static Optional<String> onlyHeading(Document page) {
    List<Element> headings =
        page.select("h1").stream().filter(heading -> heading.text().length() >= 10).toList();
    return headings.size() == 1
        ? Optional.of(headings.getFirst().text().strip())
        : Optional.empty();
  }

  private static List<String> byline(Document page, List<JsonNode> linked) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode node : linked) {
      JsonNode author = node.path("author");
      for (JsonNode one : author.isArray() ? author : List.of(author)) {
        String name = one.isTextual() ? one.asText() : one.path("name").asText("");
        if (isName(name)) {
          names.add(name.strip());
        }
      }
      if (!names.isEmpty()) {
        return List.copyOf(names);
      }
    }
    meta(page, HtmlNames.AUTHORS).filter(PageMetadata::isName).ifPresent(names::add);
    if (names.isEmpty()) {
      page.select("[rel=author], [itemprop=author]").stream()
          .map(element -> element.text().strip())
          .filter(PageMetadata::isName)
          .limit(5)
          .forEach(names::add);
    }
    return List.copyOf(names);
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= 120
        && !text.startsWith("http")
        && !text.startsWith("@");
  }

  private static Optional<String> language(Document page) {
    Element html = page.selectFirst("html");
    String said = html == null ? "" : first(html.attr("lang"), html.attr("xml:lang"));
    return Optional.of(said.strip().replace('_', '-'))
        .filter(code -> code.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"));
  }

  // ---- the date
  // ----------------------------------------------------------------------------------

  private static Optional<PartialDate> published(
      Document page, List<JsonNode> linked, String address) {
    Optional<PartialDate> said =
        linkedDate(linked, "datePublished").or(() -> metaDate(page, HtmlNames.DATES));
    if (said.isPresent()) {
      return said;
    }
    DayOrder order = DayOrder.of(page, url(page, address).orElse(address));
    return PageDates.inTimeElements(page, order)
        .or(() -> linkedDate(linked, "dateCreated"))
        .or(() -> linkedDate(linked, "uploadDate"))
        .or(() -> PageDates.inUrl(url(page, address).orElse(address)))
        .or(() -> PageDates.inPlaces(page, order))
        .or(() -> linkedDate(linked, "dateModified"))
        .or(() -> metaDate(page, HtmlNames.CHANGED))
        .or(() -> PageDates.inText(page, order));
  }

  private static Optional<PartialDate> modified(Document page, List<JsonNode> linked) {
    return linkedDate(linked, "dateModified").or(() -> metaDate(page, HtmlNames.CHANGED));
  }

  /** What the publisher says it corrected (schema.org correction, CorrectionComment). */
  private static List<String> corrections(List<JsonNode> linked) {
    Set<String> corrections = new LinkedHashSet<>();
    for (JsonNode node : linked) {
      JsonNode said = node.path("correction");
      for (JsonNode one : said.isArray() ? said : List.of(said)) {
        String text = one.isTextual() ? one.asText() : one.path("text").asText("");
        if (!text.isBlank() && !text.startsWith("http")) {
          corrections.add(untagged(text).strip());
        }
      }
    }
    return List.copyOf(corrections);
  }

  private static Optional<PartialDate> linkedDate(List<JsonNode> linked, String name) {
    return value(linked, name).flatMap(DateForms::parse).filter(PageDates::isPlausible);
  }

  private static Optional<PartialDate> metaDate(Document page, List<String> names) {
    for (String name : names) {
      Optional<PartialDate> date =
          meta(page, List.of(name)).flatMap(DateForms::parse).filter(PageDates::isPlausible);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  /** Marked-up text without its marks. */
  static String untagged(String text) {
    return text.indexOf('<') < 0 && text.indexOf('&') < 0
        ? text
        : org.jsoup.Jsoup.parseBodyFragment(text).text();
  }
}
