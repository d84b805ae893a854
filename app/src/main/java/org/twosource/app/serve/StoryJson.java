package org.twosource.app.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twosource.report.Span;

/**
 * The account of one story in the shape of the result, with the look-ups that pages need. Pages and
 * programs read the same document, so they cannot tell different things.
 *
 * <p>Any thread may read it; nobody changes the nodes.
 */
public final class StoryJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String version;
  private final int bytes;
  private final JsonNode document;
  private final JsonNode story;
  private final Map<String, JsonNode> reports = new LinkedHashMap<>();
  private final Map<String, String> entities = new HashMap<>();
  private final Map<String, JsonNode> families = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> outlets = new HashMap<>();
  private final Map<String, Object> made = new ConcurrentHashMap<>();

  StoryJson(String version, byte[] json) {
    this.version = version;
    this.bytes = json.length;
    try {
      this.document = MAPPER.readTree(json);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    this.story = document.path("stories").path(0);
    document.path("reports").forEach(report -> reports.put(report.path("id").asText(), report));
    document
        .path("entities")
        .forEach(one -> entities.put(one.path("id").asText(), one.path("name").asText()));
    for (JsonNode family : story.path("families")) {
      family.path("reports").forEach(report -> families.put(report.asText(), family));
    }
    nameReports();
  }

  /** A report is called by its outlet; where an outlet has several, by their number too. */
  private void nameReports() {
    Map<String, Integer> ofOutlet = new HashMap<>();
    for (JsonNode report : reports.values()) {
      String id = report.path("id").asText();
      String outlet = ReportNames.of(report, names.size() + 1);
      int number = ofOutlet.merge(outlet, 1, Integer::sum);
      String name = number == 1 ? outlet : outlet + " (" + number + ")";
      names.put(id, name);
      outlets.put(id, ReportNames.hasOutlet(report) ? outlet : name);
    }
  }

  public String version() {
    return version;
  }

  int bytes() {
    return bytes;
  }

  /** The whole document. */
  public JsonNode document() {
    return document;
  }

  /** The story in it. */
  public JsonNode story() {
    return story;
  }

  public JsonNode list(String field) {
    return story.path(field);
  }

  public Map<String, JsonNode> reports() {
    return reports;
  }

  public JsonNode report(String id) {
    return reports.getOrDefault(id, MissingNode.getInstance());
  }

  /** What a reader knows a report by. */
  public String name(String report) {
    return names.getOrDefault(report, report);
  }

  /** The outlet of a report; what else it is called by where none is known. */
  public String outlet(String report) {
    return outlets.getOrDefault(report, report);
  }

  public boolean hasOutlet(String report) {
    return ReportNames.hasOutlet(report(report));
  }

  /** What readers know the reports by, by id. */
  public Map<String, String> names() {
    return Map.copyOf(names);
  }

  /** A sentence about reports, with what readers know them by in place of their ids. */
  public String named(String sentence) {
    Matcher ids = Pattern.compile("[\\p{L}\\p{N}][^\\s,;:()]*").matcher(sentence);
    return ids.replaceAll(
        id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), id.group())));
  }

  /** How often each entity is named, by id. */
  public Map<String, Integer> mentions() {
    return once(
        "mentions",
        () -> {
          Map<String, Integer> counts = new HashMap<>();
          for (JsonNode report : reports.values()) {
            for (JsonNode mention : report.path("entities")) {
              counts.merge(mention.path("entity").asText(), 1, Integer::sum);
            }
          }
          return counts;
        });
  }

  /** The name of an entity; its id where nothing is known of it. */
  public String entity(String id) {
    return entities.getOrDefault(id, id);
  }

  public Optional<JsonNode> familyOf(String report) {
    return Optional.ofNullable(families.get(report));
  }

  /** A claim by its id, or by its label. */
  public Optional<JsonNode> claim(String idOrLabel) {
    for (JsonNode claim : story.path("claims")) {
      if (claim.path("id").asText().equals(idOrLabel)
          || claim.path("label").asText().equals(idOrLabel)) {
        return Optional.of(claim);
      }
    }
    return Optional.empty();
  }

  public String body(String report) {
    return report(report).path("body").asText("");
  }

  public static Span span(JsonNode at) {
    return new Span(at.path("start").asInt(), at.path("end").asInt());
  }

  /** The cited words. */
  public String words(JsonNode at) {
    String body = body(at.path("report").asText());
    Span span = span(at);
    return span.end() <= body.length() ? span.in(body) : "";
  }

  /** The cited place with the rest of the sentences it stands in. */
  public Span sentences(String report, Span place) {
    Span whole = place;
    for (JsonNode sentence : report(report).path("sentences")) {
      Span one = span(sentence);
      if (one.overlaps(place)) {
        whole = whole.union(one);
      }
    }
    int length = body(report).length();
    return new Span(Math.min(whole.start(), length), Math.min(whole.end(), length));
  }

  /** Something made of this account once and shown often: a page. */
  @SuppressWarnings("unchecked")
  public <T> T once(String name, Supplier<T> making) {
    Object before = made.get(name);
    if (before == null) {
      before = making.get();
      made.put(name, before);
    }
    return (T) before;
  }
}
