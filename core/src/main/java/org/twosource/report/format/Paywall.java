package org.twosource.report.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.twosource.report.Limits;

/**
 * Tells pages that show only the beginning of their article from pages that show all of it. Asks
 * what the page says of itself (schema.org isAccessibleForFree and wordCount, the meta element
 * article:content_tier), no words.
 */
final class Paywall {
  /** Text of a page that is not free and says nothing of its length: a beginning has less. */
  private static final int BEGINNING_CHARACTERS = 1_200;

  /** The share of the words that a page says it has, below which some are held back. */
  private static final double SHOWN = .6;

  private static final Pattern MENTIONED =
      Pattern.compile("(?i)isAccessibleForFree|article:content_tier");

  private Paywall() {}

  static boolean holdsBack(Content content, String body, Limits limits) {
    String markup = HtmlReader.decode(content);
    if (!MENTIONED.matcher(markup).find()) {
      return false;
    }
    Document page = HtmlReader.parse(markup, limits);
    List<JsonNode> linked = PageMetadata.linkedData(page);
    return isKept(page, linked) && isShort(body, words(linked));
  }

  private static boolean isKept(Document page, List<JsonNode> linked) {
    return linked.stream()
            .map(node -> node.path("isAccessibleForFree").asText(""))
            .anyMatch("false"::equalsIgnoreCase)
        || PageMetadata.meta(page, List.of("article:content_tier"))
            .filter(tier -> tier.equalsIgnoreCase("locked"))
            .isPresent();
  }

  private static boolean isShort(String body, OptionalInt words) {
    return words.isPresent()
        ? body.strip().split("\\s+").length < SHOWN * words.getAsInt()
        : body.length() < BEGINNING_CHARACTERS;
  }

  private static OptionalInt words(List<JsonNode> linked) {
    return linked.stream()
        .mapToInt(node -> node.path("wordCount").asInt(0))
        .filter(n -> n > 0)
        .max();
  }
}
