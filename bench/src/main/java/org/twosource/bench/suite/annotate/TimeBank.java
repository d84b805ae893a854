package org.twosource.bench.suite.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.report.PartialDate;
import org.twosource.report.Span;

/** The TimeBank documents with their time expressions and events, offsets into the plain text. */
final class TimeBank {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z0-9]+)([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z]+)=\"([^\"]*)\"");

  /** A labelled time expression. */
  record Time(Span span, String type, String value) {}

  /**
   * A labelled event.
   *
   * @param modality the modal word, or empty
   * @param polarity {@code POS} or {@code NEG}
   */
  record Happening(
      Span span, String kind, String tense, String modality, String polarity, String pos) {}

  /** One document. */
  record Document(
      String id,
      String body,
      Optional<PartialDate> created,
      List<Time> times,
      List<Happening> events) {}

  private TimeBank() {}

  static List<Document> read(BenchData data) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(data.file("time/timebank"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".tml")).sorted().toList()) {
        documents.add(document(file));
      }
    }
    return documents;
  }

  private static Document document(Path file) throws IOException {
    String xml = Files.readString(file);
    Optional<PartialDate> created = Optional.empty();
    Matcher times = Pattern.compile("<TIMEX3([^>]*CREATION_TIME[^>]*)>").matcher(xml);
    if (times.find()) {
      String value = attributes(times.group(1)).getOrDefault("value", "");
      created = PartialDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
    }
    Map<String, Map<String, String>> instances = new HashMap<>();
    Matcher instance = Pattern.compile("<MAKEINSTANCE([^>]*)/>").matcher(xml);
    while (instance.find()) {
      Map<String, String> found = attributes(instance.group(1));
      instances.putIfAbsent(found.getOrDefault("eventID", ""), found);
    }
    String text = xml.substring(xml.indexOf("<TEXT>") + 6, xml.indexOf("</TEXT>"));
    StringBuilder body = new StringBuilder();
    List<Time> found = new ArrayList<>();
    List<Happening> events = new ArrayList<>();
    List<String[]> open = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    int at = 0;
    while (tag.find()) {
      body.append(plain(text.substring(at, tag.start())));
      at = tag.end();
      String name = tag.group(2);
      if (tag.group(1).isEmpty()) {
        if (!tag.group(3).endsWith("/")) {
          open.add(new String[] {name, tag.group(3)});
          starts.add(body.length());
        }
        continue;
      }
      if (open.isEmpty()) {
        continue;
      }
      String[] begun = open.removeLast();
      int start = starts.removeLast();
      Map<String, String> attributes = attributes(begun[1]);
      Span span = new Span(start, body.length());
      if (begun[0].equals("TIMEX3") && !begun[1].contains("CREATION_TIME")) {
        found.add(
            new Time(
                span, attributes.getOrDefault("type", ""), attributes.getOrDefault("value", "")));
      } else if (begun[0].equals("EVENT")) {
        Map<String, String> made = instances.getOrDefault(attributes.get("eid"), Map.of());
        events.add(
            new Happening(
                span,
                attributes.getOrDefault("class", ""),
                made.getOrDefault("tense", "NONE"),
                made.getOrDefault("modality", ""),
                made.getOrDefault("polarity", "POS"),
                made.getOrDefault("pos", "")));
      }
    }
    body.append(plain(text.substring(at)));
    String id = file.getFileName().toString().replace(".tml", "");
    return new Document(id, body.toString(), created, found, events);
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> found = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2));
    }
    return found;
  }
}
