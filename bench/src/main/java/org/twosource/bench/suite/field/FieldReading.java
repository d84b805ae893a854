package org.twosource.bench.suite.field;

import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.overlaps;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.report.Span;

/** The cases of {@code field} about what is read in a sentence: speakers, days, names, events. */
final class FieldReading {
  private FieldReading() {}

  static void transcript(FieldTrial trial) throws IOException {
    ResultDocument result = trial.read("newsroom-transcript.txt");
    trial.expect(
        "Guptar says one in five",
        speaker(result, "one in five high schoolers").contains("Guptar"));
    trial.expect(
        "Guptar says since 2017", speaker(result, "increased 80 percent").contains("Guptar"));
    trial.expect("Waters says six deaths", speaker(result, "six deaths so far").contains("Waters"));
    trial.expect(
        "the surgeon general supports it",
        speaker(result, "he supports it")
            .toLowerCase(java.util.Locale.ROOT)
            .contains("surgeon general"));
    String last = speaker(result, "They are incorrect").toLowerCase(java.util.Locale.ROOT);
    trial.expect(
        "an unnamed man speaks last", last.contains("unidentified") || last.contains("unnamed"));
  }

  /** Of the attributions that hold the words the one with the shortest content. */
  private static String speaker(ResultDocument result, String words) {
    JsonNode report = result.reports().getFirst();
    Span place = place(report, words);
    return list(report.path("attributions")).stream()
        .filter(
            said ->
                Stream.concat(
                        list(said.path("content")).stream(), list(said.path("quoted")).stream())
                    .anyMatch(span -> overlaps(span, place)))
        .min(Comparator.comparingInt(FieldReading::length))
        .map(
            said -> {
              JsonNode source = said.path("source");
              String name = result.name(source.path("entity"));
              String printed =
                  source.path("start").isInt()
                      ? report
                          .path("body")
                          .asText()
                          .substring(source.path("start").asInt(), source.path("end").asInt())
                      : "";
              return name + " " + printed;
            })
        .orElse("");
  }

  private static int length(JsonNode said) {
    return list(said.path("content")).stream()
        .mapToInt(span -> span.path("end").asInt() - span.path("start").asInt())
        .sum();
  }

  private static Span place(JsonNode report, String words) {
    int start = report.path("body").asText().indexOf(words);
    return start < 0 ? new Span(0, 1) : new Span(start, start + words.length());
  }

  static void weekdayDates(FieldTrial trial) throws IOException {
    JsonNode report = trial.read("report.txt").reports().getFirst();
    days()
        .forEach(
            (words, values) -> trial.expect(words + " is " + values, dated(report, words, values)));
    trial.expect(
        "the talks of Friday are planned",
        list(report.path("events")).stream()
            .filter(event -> overlaps(event.path("trigger"), place(report, "resume")))
            .allMatch(event -> event.path("status").asText().equals("planned")));
    JsonNode more = trial.read("variations/wk.txt").reports().getFirst();
    moreDays()
        .forEach(
            (words, values) ->
                trial.expectOfVariation(words + " is " + values, dated(more, words, values)));
  }

  private static Map<String, String> days() {
    Map<String, String> days = new LinkedHashMap<>();
    days.put("met on Friday", "2025-05-16");
    days.put("again on Monday", "2025-05-26");
    days.put("resume on Friday", "2025-05-23");
    days.put("next Friday afternoon", "2025-05-30TAF|2025-05-23TAF");
    days.put("last Friday morning", "2025-05-16TMO");
    days.put("last Friday of this month", "2025-05-30");
    days.put("first Monday of March", "2025-03-03");
    days.put("last week of April", "2025-W18|2025-04-24/2025-04-30");
    days.put("by Thursday", "2025-05-22");
    days.put("Tuesday night", "2025-05-20TNI");
    days.put("moved to Sunday", "2025-05-25");
    days.put("Oslo on Saturday", "2025-05-24");
    days.put("Rome on Saturday", "2025-05-17");
    days.put("Two Fridays ago", "2025-05-09");
    days.put("previous Monday", "2025-05-05");
    days.put("a week from Tuesday", "2025-06-03");
    days.put("this weekend", "2025-W21-WE");
    days.put("Last weekend", "2025-W20-WE");
    return days;
  }

  private static Map<String, String> moreDays() {
    Map<String, String> days = new LinkedHashMap<>();
    days.put("starts on Friday", "2025-05-23");
    days.put("open on Friday", "2025-05-23");
    days.put("begins on Monday", "2025-05-26");
    days.put("place on Saturday", "2025-05-24");
    days.put("trial opens on Thursday", "2025-05-22");
    days.put("restart on Tuesday", "2025-05-27");
    days.put("close on Friday", "2025-05-23");
    days.put("effect on Sunday", "2025-05-25");
    days.put("expires on Friday", "2025-05-23");
    days.put("arrives on Saturday", "2025-05-24");
    days.put("resume on Thursday", "2025-05-22");
    days.put("pay by Friday", "2025-05-23");
    days.put("until Monday", "2025-05-26");
    days.put("moved to Saturday", "2025-05-24");
    days.put("set for Thursday", "2025-05-22");
    days.put("last Monday in June", "2025-06-30");
    days.put("second Sunday of May", "2025-05-11");
    days.put("third Thursday of January", "2025-01-16");
    days.put("first weekend of April", "2025-W14-WE|2025-04-05/2025-04-06");
    days.put("week from Friday", "2025-05-30");
    days.put("Three Mondays ago", "2025-05-05");
    days.put("Friday before last", "2025-05-09");
    days.put("Friday week", "2025-05-30");
    return days;
  }

  private static boolean dated(JsonNode report, String words, String values) {
    Span place = place(report, words);
    return list(report.path("timexes")).stream()
        .filter(timex -> overlaps(timex, place))
        .anyMatch(
            timex -> Arrays.asList(values.split("\\|")).contains(timex.path("value").asText()));
  }

  static void nameSpellings(FieldTrial trial) throws IOException {
    ResultDocument result = trial.read("a.txt", "b.txt", "c.txt");
    for (String name : List.of("[ZS]elensk", "Arestov", "\\bXi\\b|Jinping")) {
      Pattern spelling = Pattern.compile(name);
      long persons =
          list(result.root().path("entities")).stream()
              .filter(entity -> entity.path("type").asText().equals("person"))
              .filter(
                  entity ->
                      spelling.matcher(entity.path("name") + " " + entity.path("aliases")).find())
              .count();
      trial.expect(name + " is one person", persons == 1);
    }
    trial.expect(
        "a transliteration is no change",
        result.stories().stream()
            .flatMap(story -> list(story.path("distortions")).stream())
            .filter(found -> found.path("kind").asText().startsWith("name-"))
            .noneMatch(
                found ->
                    Pattern.compile("[ZS]elensk|Arestov|Oleksi")
                        .matcher(found.path("before").asText() + " " + found.path("after").asText())
                        .find()));
  }

  static void events(FieldTrial trial) throws IOException {
    Sentences read = new Sentences(trial.read("report.txt"));
    trial.expect(
        "the United States plan to withdraw from Georgia",
        read.events("remove its military")
            .anyMatch(
                event ->
                    status(event).equals("planned")
                        && read.names(event, "actors").contains("United States")
                        && (read.names(event, "recipients") + event.path("place"))
                            .contains("Georgia")));
    trial.expect(
        "the opposition is promised something by the government",
        read.events("received assurances")
            .anyMatch(
                event ->
                    (read.names(event, "actors") + read.names(event, "recipients"))
                        .matches("(?s).*(opposition|government|Mugabe).*")));
    trial.expect("the killings are alleged", read.only("committed unlawful killings", "alleged"));
    trial.expect("the shots are denied", read.only("fired on protesters", "denied"));
    trial.expect(
        "militants kill soldiers",
        read.does("were killed by militants", "militants|Amber Front", "soldiers"));
    trial.expect("nobody is expelled", read.neverHeld("expel the Russian"));
    trial.expect(
        "Georgia attacked in 2008",
        read.events("attacked Tskhinvali")
            .anyMatch(event -> event.path("date").asText().equals("2008-08-07")));
    trial.expect("Turkey signed nothing", read.neverHeld("signed the treaty"));
    trial.expect(
        "Italy threatens",
        read.events("threatened to impose sanctions")
                .anyMatch(event -> root(event).equals("THREATEN"))
            && read.events("impose sanctions on")
                .noneMatch(
                    event -> root(event).equals("SANCTION") && status(event).equals("held")));
    trial.expect(
        "Germany requests of Poland",
        read.events("urged Poland")
            .anyMatch(
                event ->
                    root(event).equals("REQUEST")
                        && read.names(event, "recipients").contains("Poland")));
    variedEvents(trial);
  }

  private static void variedEvents(FieldTrial trial) throws IOException {
    Sentences read = new Sentences(trial.read("variations/ev.txt"));
    for (String words :
        List.of(
            "did not expel",
            "never signed",
            "arrest Benjamin",
            "Turkey attacked",
            "would have sent",
            "Israel strikes",
            "Lebanon will protest",
            "failed to sign",
            "soldiers entered",
            "had arrested the envoy")) {
      trial.expectOfVariation("not held: " + words, read.neverHeld(words));
    }
    for (String words : List.of("army killed 12 villagers", "have bombed a camp")) {
      trial.expectOfVariation("alleged: " + words, read.only(words, "alleged"));
    }
    for (String words : List.of("will withdraw its troops", "plans to send aid")) {
      trial.expectOfVariation("planned: " + words, read.only(words, "planned"));
    }
    trial.expectOfVariation(
        "gunmen shoot policemen",
        read.does("shot dead by gunmen", "gunmen|Red Front", "policemen"));
    trial.expectOfVariation(
        "police beat protesters", read.does("beaten by police", "police", "[Pp]rotesters"));
  }

  private static String status(JsonNode event) {
    return event.path("status").asText();
  }

  private static String root(JsonNode event) {
    return event.path("plover").asText();
  }

  /** The events of one report, found by the words of their clause. */
  private record Sentences(ResultDocument result) {
    Stream<JsonNode> events(String words) {
      JsonNode report = result.reports().getFirst();
      Span place = place(report, words);
      return list(report.path("events")).stream()
          .filter(event -> event.path("plover").isTextual())
          .filter(event -> overlaps(event.path("trigger"), place));
    }

    boolean only(String words, String status) {
      List<JsonNode> events = events(words).toList();
      return !events.isEmpty() && events.stream().allMatch(event -> status(event).equals(status));
    }

    boolean neverHeld(String words) {
      return events(words).noneMatch(event -> Set.of("held", "planned").contains(status(event)));
    }

    boolean does(String words, String actors, String recipients) {
      return events(words)
          .anyMatch(
              event ->
                  Pattern.compile(actors).matcher(names(event, "actors")).find()
                      && Pattern.compile(recipients).matcher(names(event, "recipients")).find());
    }

    /** The names of the entities, or the ids where they are words. */
    String names(JsonNode event, String field) {
      return String.join(
          "; ",
          list(event.path(field)).stream()
              .map(id -> result.name(id).isEmpty() ? id.asText() : result.name(id))
              .toList());
    }
  }
}
