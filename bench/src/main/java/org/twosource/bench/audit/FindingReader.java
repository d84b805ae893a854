package org.twosource.bench.audit;

import static org.twosource.bench.suite.ResultDocument.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.twosource.bench.suite.ResultDocument;

/** The findings of one run that a reader could see and be misled by, with what they rest on. */
final class FindingReader {
  private static final int CONTEXT = 220;
  private static final int SHOWN_PASSAGES = 6;
  private static final Set<String> GRAVE = Set.of("high", "medium");
  private final ResultDocument result;
  private final String build;
  private final String name;
  private final List<AuditedFinding> findings = new ArrayList<>();

  private FindingReader(ResultDocument result, String build, String name) {
    this.result = result;
    this.build = build;
    this.name = name;
  }

  /**
   * @param name the story that was read, as the data name it
   */
  static List<AuditedFinding> read(ResultDocument result, String build, String name) {
    FindingReader reader = new FindingReader(result, build, name);
    result.stories().forEach(reader::story);
    result.reports().forEach(reader::report);
    return reader.findings;
  }

  private void story(JsonNode story) {
    for (JsonNode claim : story.path("claims")) {
      claim(story, claim);
    }
    story.path("families").forEach(family -> family(story, family));
    for (JsonNode line : story.path("brief")) {
      add(
          "brief line",
          line.path("standing").asText() + ": " + line.path("text").asText(),
          contexts(story, line.path("cites")));
    }
    for (JsonNode found : story.path("distortions")) {
      if (GRAVE.contains(found.path("severity").asText())) {
        add(
            "change, high or medium",
            found.path("kind").asText()
                + " ("
                + found.path("severity").asText()
                + "): "
                + found.path("before").asText()
                + " / "
                + found.path("after").asText(),
            List.of(context(story, found.path("from")), context(story, found.path("to"))));
      }
    }
    for (JsonNode quotation : story.path("quotations")) {
      String speaker = result.name(quotation.path("speaker"));
      String name = speaker.isEmpty() ? quotation.path("source").asText("") : speaker;
      if (!name.isEmpty() && !name.equals("null")) {
        add(
            "speaker",
            name + " says: " + quotation.path("best").asText(),
            contexts(story, quotation.path("wordings")));
      }
    }
    for (JsonNode row : story.path("timeline")) {
      add(
          "timeline row",
          row.path("date").asText()
              + ", "
              + row.path("status").asText()
              + ": "
              + row.path("text").asText(),
          contexts(story, row.path("statements")));
    }
  }

  private void claim(JsonNode story, JsonNode claim) {
    String standing = claim.path("standing").asText();
    if (Set.of("corroborated", "single-origin").contains(standing)) {
      add(
          "claim, " + standing,
          claim.path("families").asInt() + " independent: " + claim.path("text").asText(),
          contexts(story, claim.path("statements")));
    }
    for (JsonNode dispute : claim.path("disputes")) {
      if (dispute.path("resolution").asText().equals("open")) {
        List<JsonNode> statements = new ArrayList<>();
        ResultDocument.sides(claim, dispute).forEach(statements::addAll);
        add(
            "dispute, open",
            dispute.path("kind").asText()
                + ", "
                + dispute.path("between").asText()
                + ": "
                + dispute.path("note").asText(),
            statements.stream().map(one -> context(story, one)).toList());
      }
    }
  }

  /** Reports that are told to go back to one text, with the passages they share. */
  private void family(JsonNode story, JsonNode family) {
    List<String> members = list(family.path("reports")).stream().map(JsonNode::asText).toList();
    if (members.size() > 1) {
      List<String> shared = new ArrayList<>();
      for (JsonNode passage : story.path("passages")) {
        if (members.contains(passage.path("a").path("report").asText())
            && members.contains(passage.path("b").path("report").asText())) {
          shared.add(context(story, passage.path("a")) + " = " + context(story, passage.path("b")));
        }
      }
      add(
          "family",
          members.size() + " reports of one text, " + shared.size() + " passages",
          shared.subList(0, Math.min(SHOWN_PASSAGES, shared.size())));
    }
  }

  private void report(JsonNode report) {
    for (JsonNode event : report.path("events")) {
      if (event.path("plover").isTextual() && !event.path("actors").isEmpty()) {
        add(
            "event",
            names(event.path("actors"))
                + " -> "
                + event.path("plover").asText()
                + " -> "
                + names(event.path("recipients"))
                + ", "
                + event.path("status").asText()
                + ", "
                + event.path("date").asText(),
            List.of(around(report, event)));
      }
    }
    for (JsonNode mention : report.path("entities")) {
      add(
          "name",
          mention.path("type").asText() + ": " + result.name(mention.path("entity")),
          List.of(around(report, mention)));
    }
  }

  private String names(JsonNode ids) {
    return String.join(
        ", ",
        list(ids).stream()
            .map(id -> result.name(id).isEmpty() ? id.asText() : result.name(id))
            .toList());
  }

  private List<String> contexts(JsonNode story, JsonNode citations) {
    return list(citations).stream().map(one -> context(story, one)).toList();
  }

  /** The outlet, day and family of a citation and its words in their surroundings. */
  private String context(JsonNode story, JsonNode citation) {
    String id = citation.path("report").asText();
    return result
        .report(id)
        .map(
            report ->
                "["
                    + report.path("outlet").asText()
                    + ", "
                    + report.path("published").asText()
                    + ", family "
                    + family(story, id)
                    + "] "
                    + around(report, citation))
        .orElse(id);
  }

  /** Its place among the families: the form of an id would tell the build. */
  private static int family(JsonNode story, String report) {
    String id = ResultDocument.family(story, report);
    return 1
        + list(story.path("families")).stream()
            .map(family -> family.path("id").asText())
            .toList()
            .indexOf(id);
  }

  private static String around(JsonNode report, JsonNode place) {
    String body = report.path("body").asText();
    int start = Math.clamp(place.path("start").asInt(), 0, body.length());
    int end = Math.clamp(place.path("end").asInt(), start, body.length());
    return body.substring(Math.max(0, start - CONTEXT), start)
        + "**"
        + body.substring(start, end)
        + "**"
        + body.substring(end, Math.min(body.length(), end + CONTEXT));
  }

  private void add(String kind, String finding, List<String> context) {
    CRC32 checksum = new CRC32();
    checksum.update((kind + finding + context).getBytes(StandardCharsets.UTF_8));
    String id = Long.toHexString(0x100000000L | checksum.getValue()).substring(1);
    findings.add(new AuditedFinding(kind, build, name, id, finding, context));
  }
}
