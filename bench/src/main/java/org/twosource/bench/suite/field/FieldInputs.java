package org.twosource.bench.suite.field;

import static org.twosource.bench.suite.ResultDocument.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twosource.bench.suite.ResultDocument;

/** The cases of {@code field} about feeds, archives and pages: what is read, and whose it is. */
final class FieldInputs {
  private FieldInputs() {}

  static void feedUpdatedItem(FieldTrial trial) throws IOException {
    ResultDocument result = trial.read("orlen-rss.xml");
    List<String> trams = idsOf(result, "tram left the rails");
    trial.expect("three versions are read", trams.size() == 3);
    Optional<JsonNode> story = trams.stream().findFirst().flatMap(result::storyOf);
    trial.expect(
        "the versions stand in one story",
        trams.stream().map(result::storyOf).distinct().count() == 1);
    trial.expect(
        "the versions are one source",
        story
            .map(
                told ->
                    trams.stream().map(id -> ResultDocument.family(told, id)).distinct().count()
                        == 1)
            .orElse(false));
    trial.expect(
        "nothing has two sources",
        all(result, "claims").noneMatch(claim -> claim.path("families").asInt() > 1)
            && all(result, "brief").noneMatch(line -> line.path("families").asInt() > 1));
    trial.expect("no dispute is open", openDisputes(result) == 0);
    trial.expect("the brief says eight", brief(result).contains("eight people"));
    trial.expect(
        "the brief says neither four nor seven",
        !brief(result).contains("four people") && !brief(result).contains("seven people"));
    trial.expect(
        "the bakers are a story of their own",
        idsOf(result, "bakers").stream().noneMatch(id -> result.storyOf(id).equals(story)));
  }

  static void brokenFeeds(FieldTrial trial) throws IOException {
    ResultDocument marks = trial.read("lsquo.xml");
    trial.expect("lsquo.xml gives three items", marks.reports().size() == 3);
    trial.expect("entities are decoded", text(marks).matches("(?s).*[‘']a gift to traffic[’'].*"));
    trial.expect("the euro sign is decoded", text(marks).contains("€14 million"));
    trial.expect(
        "ampersands are kept",
        text(marks).contains("D&D fair") && text(marks).contains("Smith & Daughters"));
    ResultDocument latin = trial.read("badutf8.xml");
    trial.expect("badutf8.xml gives two items", latin.reports().size() == 2);
    trial.expect(
        "accents are right", text(latin).contains("Café owners") && text(latin).contains("Málaga"));
    ResultDocument control = trial.read("ctrl08.xml");
    trial.expect("ctrl08.xml gives two items", control.reports().size() == 2);
    trial.expect("the control byte is dropped", text(control).contains("storm on Wednesday"));
    ResultDocument cut = trial.read("cut.xml");
    trial.expect(
        "the first item of cut.xml is whole",
        text(cut).contains("sell the old waterworks to a private buyer."));
    trial.expect(
        "the second is there or listed", cut.reports().size() == 2 || !unreadable(cut).isEmpty());
    outletVariations(trial);
  }

  private static void outletVariations(FieldTrial trial) throws IOException {
    trial.expectOfVariation(
        "six items of one paper are six stories",
        trial.read("variations/town.jsonl").stories().size() == 6);
    ResultDocument sale = trial.read("variations/town2.jsonl");
    trial.expectOfVariation("three reports of one sale are one story", sale.stories().size() == 1);
    for (String file : List.of("town2", "same-outlet", "same-outlet2")) {
      ResultDocument result = trial.read("variations/" + file + ".jsonl");
      trial.expectOfVariation(
          file + ": one paper does not bear itself out",
          all(result, "claims")
              .filter(claim -> claim.path("standing").asText().equals("corroborated"))
              .noneMatch(claim -> outlets(result, claim) < 2));
    }
  }

  static void truncatedWarc(FieldTrial trial) throws IOException {
    ResultDocument whole = trial.read("whole.warc.gz");
    trial.expect("whole.warc.gz gives three", whole.reports().size() == 3);
    trial.expect(
        "onemember.warc.gz gives three", trial.read("onemember.warc.gz").reports().size() == 3);
    ResultDocument clipped = trial.read("clipped.warc.gz");
    trial.expect("clipped.warc.gz gives two or three", clipped.reports().size() >= 2);
    trial.expect("and says what was clipped", !unreadable(clipped).isEmpty());
    List<String> bodies =
        whole.reports().stream().map(report -> report.path("body").asText()).toList();
    for (String file :
        List.of(
            "badlength.warc",
            "shortlength.warc",
            "middle-damaged.warc.gz",
            "junk-between.warc.gz")) {
      ResultDocument result = trial.read(file);
      trial.expect(
          file + " gives the first and the third record",
          bodies.size() == 3 && hasBody(result, bodies.get(0)) && hasBody(result, bodies.get(2)));
      trial.expect(file + " says where it is damaged", !unreadable(result).isEmpty());
    }
    ResultDocument marked = trial.read("marked-truncated.warc.gz");
    trial.expect("marked-truncated.warc.gz gives three", marked.reports().size() == 3);
    trial.expect(
        "and says that one was cut at fetching",
        marked
            .root()
            .path("unreadable")
            .toString()
            .toLowerCase(Locale.ROOT)
            .matches(".*(truncat|cut).*"));
    ResultDocument head = trial.read("garbage-head.warc");
    trial.expect(
        "garbage-head.warc gives a report or a reason",
        !head.reports().isEmpty() || !unreadable(head).isEmpty());
  }

  static void pageDates(FieldTrial trial) throws IOException {
    Map<String, String> days = new TreeMap<>();
    days.put("a-url-magazine", "2018-05-09");
    for (String page :
        List.of(
            "b-published-modified",
            "c-modified-only-meta",
            "d-modified-before-published",
            "e-received-accepted")) {
      days.put(page, "2024-05-08");
    }
    for (var day : days.entrySet()) {
      JsonNode report = only(trial.read(day.getKey() + ".html"));
      trial.expect(
          day.getKey() + " is of " + day.getValue(),
          report.path("published").asText().startsWith(day.getValue()));
      if (!day.getKey().startsWith("a")) {
        trial.expect(
            day.getKey() + ": the Tuesday is the 7th", tuesday(report).startsWith("2024-05-07"));
      }
    }
    JsonNode british = only(trial.read("f-ddmm.html"));
    trial.expect(
        "f-ddmm is of the 8th of May or of 2024",
        british.path("published").asText().matches("2024-05-08.*|2024"));
  }

  static void samePageTwice(FieldTrial trial) throws IOException {
    JsonNode compared = trial.compare("fetch-0800.html", "fetch-0900.html");
    JsonNode derivation = compared.path("derivations").path(0);
    trial.expect("wholly derived", derivation.path("degree").asText().equals("wholly"));
    trial.expect("verbatim", derivation.path("manner").asText().equals("verbatim"));
    trial.expect("no distortion", compared.path("distortions").isEmpty());
    ResultDocument result = trial.read("fetch-0800.html", "fetch-0900.html");
    trial.expect("one story", result.stories().size() == 1);
    trial.expect("one source", result.stories().getFirst().path("families").size() == 1);
    String told = all(result, "claims").toList() + brief(result);
    trial.expect(
        "links and advertisements play no part",
        Stream.of("parking row", "Rhodes", "bicycles", "Rated").noneMatch(told::contains));
  }

  static void bodyExtraction(FieldTrial trial) throws IOException {
    JsonNode report = only(trial.read("bold-leadin.html"));
    String body = bodyOnly(report);
    List<String> wanted =
        List.of(
            "at a Glance\\s+Niobe Metals said",
            "The whole of this paragraph stands in a span",
            "This paragraph is bold from end to end",
            "Venn Lamba, chief executive,\\s+said the survey",
            "First line after a break\\s+second line after a break\\s+third line",
            "The court finds that the licence of 2021 is void",
            "We shall appeal",
            "Drilling is to last from July to October\\.",
            "Results are due in November\\.");
    for (String words : wanted) {
      trial.expect(
          "once in the body: " + words,
          Pattern.compile(words).matcher(body).results().count() == 1);
    }
    trial.expect(
        "the editors' names are furniture",
        list(report.path("parts")).stream()
            .filter(part -> part.path("kind").asText().equals("body"))
            .map(
                part ->
                    report
                        .path("body")
                        .asText()
                        .substring(part.path("start").asInt(), part.path("end").asInt()))
            .noneMatch(words -> words.contains("Editors:")));
  }

  static void correctionNotes(FieldTrial trial) throws IOException {
    ResultDocument result = trial.read("v1.html", "v2.html", "copy.html");
    trial.expect("one story", result.stories().size() == 1);
    JsonNode story = result.stories().getFirst();
    trial.expect("one source", story.path("families").size() == 1);
    String first =
        idsOf(result, "eighth time in his career, for his part in \"Roman Street.\"").stream()
            .findFirst()
            .orElse("");
    String second = idsOf(result, "ninth time").stream().findFirst().orElse("");
    String copy = idsOf(result, "the City Herald reported").stream().findFirst().orElse("");
    trial.expect(
        "the versions know each other",
        Stream.of(first, second)
            .flatMap(id -> result.report(id).stream())
            .anyMatch(report -> report.path("versionOf").isTextual()));
    trial.expect(
        "eight is withdrawn",
        result.reports().stream().anyMatch(report -> !report.path("withdrawn").isEmpty()));
    trial.expect(
        "the note is no claim and no event",
        Stream.concat(all(result, "claims"), all(result, "timeline"))
            .noneMatch(
                item -> item.path("text").asText().matches("(?s).*(nine, not eight|misstated).*")));
    trial.expect("the brief says ninth", brief(result).contains("ninth time"));
    trial.expect("the brief does not say eighth", !brief(result).contains("eighth time"));
    trial.expect(
        "the copy is of the first version",
        list(story.path("derivations")).stream()
            .anyMatch(
                one ->
                    one.path("from").asText().equals(first)
                        && one.path("to").asText().equals(copy)));
    trial.expect(
        "the copy is not charged with eighth",
        list(story.path("distortions")).stream()
            .noneMatch(
                one ->
                    one.path("introducedBy").asText().equals(copy)
                        && one.path("after").asText().contains("eighth")));
    trial.expect("no dispute is open", openDisputes(result) == 0);
  }

  static void shortReuse(FieldTrial trial) throws IOException {
    ResultDocument result = trial.read("data.jsonl");
    for (String pair : List.of("t1 t2", "t1 t4", "t2 t4")) {
      String[] ids = pair.split(" ");
      trial.expect(
          "a passage of " + pair,
          passages(result, ids[0], ids[1])
              .anyMatch(one -> one.path("manner").asText().equals("verbatim")));
    }
    for (String other : List.of("t1", "t2", "t4")) {
      trial.expect(
          "no passage of t3 and " + other, passages(result, "t3", other).findAny().isEmpty());
    }
  }

  private static Stream<JsonNode> passages(ResultDocument result, String one, String other) {
    return all(result, "passages")
        .filter(
            passage ->
                List.of(one, other).contains(passage.path("a").path("report").asText())
                    && List.of(one, other).contains(passage.path("b").path("report").asText()));
  }

  private static Stream<JsonNode> all(ResultDocument result, String field) {
    return result.stories().stream().flatMap(story -> list(story.path(field)).stream());
  }

  private static long openDisputes(ResultDocument result) {
    return all(result, "claims")
        .flatMap(claim -> list(claim.path("disputes")).stream())
        .filter(dispute -> dispute.path("resolution").asText().equals("open"))
        .count();
  }

  /** The lines of all briefs in lower case. */
  private static String brief(ResultDocument result) {
    return String.join("\n", all(result, "brief").map(line -> line.path("text").asText()).toList())
        .toLowerCase(Locale.ROOT);
  }

  private static long outlets(ResultDocument result, JsonNode claim) {
    return list(claim.path("statements")).stream()
        .map(statement -> result.report(statement.path("report").asText()))
        .flatMap(Optional::stream)
        .map(report -> report.path("outlet").asText())
        .distinct()
        .count();
  }

  private static List<String> idsOf(ResultDocument result, String words) {
    return result.reports().stream()
        .filter(report -> report.path("body").asText().contains(words))
        .map(report -> report.path("id").asText())
        .toList();
  }

  private static boolean hasBody(ResultDocument result, String body) {
    return result.reports().stream().anyMatch(report -> report.path("body").asText().equals(body));
  }

  private static JsonNode unreadable(ResultDocument result) {
    return result.root().path("unreadable");
  }

  /** Headlines and bodies. */
  private static String text(ResultDocument result) {
    List<String> texts = new ArrayList<>();
    for (JsonNode report : result.reports()) {
      texts.add(report.path("headline").asText() + "\n" + report.path("body").asText());
    }
    return String.join("\n", texts);
  }

  private static JsonNode only(ResultDocument result) {
    return result.reports().getFirst();
  }

  private static String tuesday(JsonNode report) {
    return list(report.path("timexes")).stream()
        .filter(timex -> timex.path("text").asText().contains("Tuesday"))
        .map(timex -> timex.path("value").asText())
        .findFirst()
        .orElse("");
  }

  /** The text without furniture. */
  private static String bodyOnly(JsonNode report) {
    String whole = report.path("body").asText();
    return String.join(
        "\n",
        list(report.path("parts")).stream()
            .filter(part -> Set.of("body", "headline").contains(part.path("kind").asText()))
            .map(part -> whole.substring(part.path("start").asInt(), part.path("end").asInt()))
            .toList());
  }
}
