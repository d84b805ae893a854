package org.twosource.report.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twosource.report.Edition;
import org.twosource.report.Limits;
import org.twosource.report.Report;

/**
 * Turns JSON objects into reports. Fields go by the names in common use: {@code text}, {@code
 * body}, {@code body_text} and {@code bodies} (ninjs), {@code content_text} (JSON Feed), and so on;
 * the first that is there counts. Where a text is expected an object may hold it ({@code content:
 * {rendered: ...}}) or a list of its paragraphs; an object there that has a title of its own is a
 * report itself. An object that holds a list of reports ({@code reports}, {@code articles}, {@code
 * items}) gives them all.
 */
final class JsonReports {
  private static final int MAX_DEPTH = 4;
  private static final String NO_TEXT = "a JSON object without text or body";
  private static final Pattern MARKUP =
      Pattern.compile("(?i)</(?:p|div|li|h[1-6]|blockquote)>|<(?:p|div)(?: [^<>]*)?>|<br ?/?>");

  private final Content content;
  private final Limits limits;
  private final Findings findings;

  /** The JSON Feed that is being read, whose entries share its title and language. */
  private JsonNode feed = MissingNode.getInstance();

  JsonReports(Content content, Limits limits, Findings findings) {
    this.content = content;
    this.limits = limits;
    this.findings = findings;
  }

  /**
   * Reads one value and everything in it that is a report.
   *
   * @param place the name of the value in messages and ids: {@code 3} for the third line
   * @return whether it held a report or a list of them
   */
  boolean read(JsonNode node, String place, long offset) {
    return read(node, place, offset, 0);
  }

  private boolean read(JsonNode node, String place, long offset, int depth) {
    if (node.isArray()) {
      List<String> without = new ArrayList<>();
      boolean found = false;
      int index = 0;
      for (JsonNode element : node) {
        index++;
        if (element.isObject()) {
          String inner = place.isEmpty() ? "" + index : place + "." + index;
          boolean one = read(element, inner, offset, depth + 1);
          found |= one;
          if (!one) {
            without.add(inner);
          }
        }
      }
      if (found || depth == 0) {
        without.forEach(one -> findings.unreadable(source(one), offset, NO_TEXT));
      }
      return found;
    }
    if (!node.isObject() || depth > MAX_DEPTH) {
      return false;
    }
    Optional<String> body =
        first(node, JsonNames.BODIES)
            .or(() -> ofType(node, "plain"))
            .or(() -> within(node, JsonNames.INNER_BODIES))
            .filter(text -> !text.isBlank());
    Optional<String> page =
        first(node, JsonNames.MARKED_UP)
            .or(() -> ofType(node, "html"))
            .or(() -> within(node, JsonNames.INNER_MARKED_UP))
            .filter(text -> !text.isBlank());
    if (body.isPresent() || page.isPresent()) {
      try {
        findings.report(
            report(node, body.map(this::plain).or(() -> page.map(this::untagged)).get(), place));
      } catch (LimitPassed passed) {
        findings.unreadable(source(place), offset, String.valueOf(passed.getMessage()));
      }
      return true;
    }
    for (String name : JsonNames.BODIES) {
      if (isTitled(node.path(name)) && read(node.get(name), place, offset, depth + 1)) {
        return true;
      }
    }
    if (isFeed(node)) {
      feed = node;
    }
    for (String name : JsonNames.LISTS) {
      if (node.path(name).isArray() && read(node.get(name), place, offset, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFeed(JsonNode node) {
    return node.path("version").asText("").contains("jsonfeed.org/version/");
  }

  /** Whether an object is a report itself and not only the text of one. */
  private static boolean isTitled(JsonNode node) {
    return node.isObject() && headline(node).isPresent();
  }

  /** The text in an object, or the paragraphs in a list, that stand where a text is expected. */
  private static Optional<String> within(JsonNode node, List<String> names) {
    for (String name : JsonNames.BODIES) {
      JsonNode value = node.path(name);
      Optional<String> inner = value.isArray() ? paragraphs(value, names) : untitled(value, names);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> untitled(JsonNode value, List<String> names) {
    return isTitled(value) ? Optional.empty() : first(value, names);
  }

  private static Optional<String> paragraphs(JsonNode list, List<String> names) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode one : list) {
      (one.isTextual() && names.contains("text") ? Optional.of(one.asText()) : untitled(one, names))
          .filter(text -> !text.isBlank())
          .ifPresent(paragraphs::add);
    }
    return Optional.of(String.join("\n", paragraphs)).filter(text -> !text.isEmpty());
  }

  /** What is named as plain text is markup all the same where it has elements of paragraphs. */
  private String plain(String text) {
    return MARKUP.matcher(text).find() ? untagged(text) : CharacterReferences.resolved(text);
  }

  private String untagged(String markup) {
    return HtmlReader.text(markup, limits);
  }

  static String noText(JsonNode node) {
    return node.isObject() ? NO_TEXT : "a JSON value that is no report";
  }

  String source(String place) {
    return place.isEmpty() ? content.source() : content.source() + ":" + place;
  }

  private Report report(JsonNode node, String body, String place) {
    String fallback = place.isEmpty() ? content.stem() : content.stem() + "-" + place;
    return new Report(
        ReportIds.clean(first(node, JsonNames.IDS).filter(id -> !id.isBlank()).orElse(fallback)),
        source(place),
        first(node, JsonNames.ADDRESSES).or(() -> address(content.url())),
        outlet(node).or(() -> first(feed, List.of("title"))),
        headline(node),
        names(node, JsonNames.BYLINES),
        names(node, JsonNames.CREDITS),
        first(node, JsonNames.DATES).flatMap(DateForms::parse),
        first(node, JsonNames.LANGUAGES)
            .or(() -> first(feed, List.of("language")))
            .filter(code -> !code.isBlank()),
        new Edition(
            first(node, JsonNames.PAGE_IDS),
            first(node, JsonNames.CHANGED).flatMap(DateForms::parse),
            List.of()),
        body);
  }

  private static Optional<String> headline(JsonNode node) {
    return first(node, JsonNames.HEADLINES)
        .or(
            () ->
                JsonNames.HEADLINES.stream()
                    .flatMap(name -> first(node.path(name), JsonNames.INNER_HEADLINES).stream())
                    .findFirst())
        .or(() -> ofRole(node.path("headlines"), "main"))
        .map(CharacterReferences::resolved)
        .filter(title -> !title.isBlank());
  }

  private static Optional<String> address(String url) {
    return Optional.of(url).filter(text -> !text.isEmpty());
  }

  private static Optional<String> outlet(JsonNode node) {
    Optional<String> plain = first(node, JsonNames.OUTLETS);
    if (plain.isPresent()) {
      return plain;
    }
    for (String name : JsonNames.OUTLET_OBJECTS) {
      Optional<String> inner = first(node.path(name), JsonNames.OBJECT_NAMES);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return inEitherCase(node, "infoSources")
        .or(() -> inEitherCase(node, "infoSource"))
        .or(() -> inEitherCase(node, "copyrightHolder"));
  }

  /** A name by the field as ninjs 3 writes it, or as versions 1 and 2 do, in lower case. */
  private static Optional<String> inEitherCase(JsonNode node, String field) {
    return names(node, List.of(field, field.toLowerCase(Locale.ROOT))).stream().findFirst();
  }

  /** The text of this media type among the bodies of an item of ninjs 2 and 3. */
  private static Optional<String> ofType(JsonNode item, String type) {
    for (JsonNode body : item.path("bodies")) {
      boolean wanted = inEitherCase(body, "contentType").orElse("text/plain").contains(type);
      if (wanted && body.path("value").isTextual()) {
        return Optional.of(body.path("value").asText());
      }
    }
    return Optional.empty();
  }

  /** The value of this role, else the first: ninjs 2 and 3 give several headlines. */
  private static Optional<String> ofRole(JsonNode values, String role) {
    Optional<String> first = Optional.empty();
    for (JsonNode one : values) {
      Optional<String> value = first(one, List.of("value"));
      if (one.path("role").asText("").equals(role) && value.isPresent()) {
        return value;
      }
      first = first.isPresent() ? first : value;
    }
    return first;
  }

  /** The first of the fields that is a string or a number. */
  static Optional<String> first(JsonNode node, List<String> names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isTextual() && !value.asText().isBlank() || value.isNumber()) {
        return Optional.of(value.asText());
      }
    }
    return Optional.empty();
  }

  private static List<String> names(JsonNode node, List<String> fields) {
    for (String field : fields) {
      JsonNode value = node.path(field);
      List<String> names = new ArrayList<>();
      if (value.isTextual() && !value.asText().isBlank()) {
        names.add(value.asText().strip());
      } else if (value.isObject()) {
        first(value, List.of("name")).ifPresent(names::add);
      }
      for (JsonNode one : value.isArray() ? value : List.<JsonNode>of()) {
        if (one.isTextual() && !one.asText().isBlank()) {
          names.add(one.asText().strip());
        } else {
          first(one, List.of("name")).ifPresent(names::add);
        }
      }
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }
}
