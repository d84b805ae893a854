package org.twosource.bench.suite.annotate;

import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.overlaps;
import static org.twosource.bench.suite.ResultDocument.touches;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;
import org.twosource.report.Citation;
import org.twosource.report.Span;

/**
 * What happened when, in 420 sentences of real reports ({@code time/events.jsonl}). Of every event
 * that is worth a row or background: its date and status as the product shows them, which is the
 * row of the story's timeline that rests on the sentence, else the report's event at the trigger,
 * else the one time expression of the sentence that is a day, a month or a year. Events without a
 * known date are left out. Of several rows the one counts whose words say the trigger.
 *
 * <p>A date is right when it is the labelled day, month or year (hours do not count), or lies in
 * the labelled range. An event that is going on counts as held, an unreal one as possible.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints every wrong date and status.
 */
public final class DatedEventsSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;
  private final StoryRuns runs;

  public DatedEventsSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "dated-events";
  }

  /** A date the product shows, and the status where it shows one. */
  private record Shown(String date, Optional<String> status) {}

  private static final class Counts {
    private final Tally dated = new Tally();
    private final Tally all = new Tally();
    private final Tally status = new Tally();
    private final Tally rows = new Tally();
    private final Tally idle = new Tally();
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Counts counts = new Counts();
    for (JsonNode sentence : data.jsonLines("time/events.jsonl")) {
      ResultDocument result = runs.set(data, sentence.path("file").asText());
      for (JsonNode event : sentence.path("events")) {
        if (!event.path("worth").asText().equals("0") && !event.path("date").asText().equals("?")) {
          count(result, sentence, event, counts);
        }
      }
      if (list(sentence.path("events")).stream()
          .allMatch(event -> event.path("worth").asText().equals("0"))) {
        counts.idle.add(rows(result, place(sentence)).findAny().isPresent());
      }
    }
    return List.of(
        Figure.atLeast("date right, of dated", counts.dated.share(), 0.86, ".77 closed (0.1.0)"),
        Figure.atLeast("date right, of all worthy", counts.all.share(), 0.66, ".59 closed (0.1.0)"),
        Figure.atLeast("status right", counts.status.share(), 0.92, ".90 closed (0.1.0)"),
        Figure.shown("events worthy of a row or background", counts.all.all()),
        Figure.shown("events that are a row's point and have a row", counts.rows.share()),
        Figure.shown("sentences without a worthy event and with a row", counts.idle.share()));
  }

  private static void count(
      ResultDocument result, JsonNode sentence, JsonNode event, Counts counts) {
    Optional<Shown> shown = shown(result, sentence, event);
    boolean right = shown.map(one -> agrees(one.date(), event.path("date").asText())).orElse(false);
    counts.all.add(right);
    if (shown.isPresent()) {
      counts.dated.add(right);
    }
    shown
        .flatMap(Shown::status)
        .ifPresent(
            status -> {
              boolean same = status.equals(status(event.path("status").asText()));
              counts.status.add(same);
              if (SHOW && !same) {
                System.out.println(
                    "STATUS\t" + status + "\t" + event + "\t" + sentence.path("text").asText());
              }
            });
    if (event.path("worth").asText().equals("2")) {
      counts.rows.add(rows(result, place(sentence)).findAny().isPresent());
    }
    if (SHOW && !right) {
      System.out.println("DATE\t" + shown + "\t" + event + "\t" + sentence.path("text").asText());
    }
  }

  private static String status(String labelled) {
    return switch (labelled) {
      case "ongoing" -> "held";
      case "unreal" -> "possible";
      default -> labelled;
    };
  }

  private static Optional<Shown> shown(ResultDocument result, JsonNode sentence, JsonNode event) {
    Citation place = place(sentence);
    Span trigger = trigger(sentence, event);
    String words = event.path("trigger").asText();
    Optional<Shown> row =
        rows(result, place)
            .max(
                Comparator.comparing((JsonNode one) -> rests(one, place.report(), trigger))
                    .thenComparing(one -> one.path("text").asText().contains(words)))
            .map(
                one ->
                    new Shown(one.path("date").asText(), Optional.of(one.path("status").asText())));
    return row.or(() -> reported(result, place, trigger)).or(() -> timed(result, place));
  }

  private static Stream<JsonNode> rows(ResultDocument result, Citation place) {
    return result.storyOf(place.report()).stream()
        .flatMap(story -> list(story.path("timeline")).stream())
        .filter(
            row ->
                list(row.path("statements")).stream()
                    .anyMatch(statement -> touches(statement, place)));
  }

  private static boolean rests(JsonNode row, String report, Span trigger) {
    return list(row.path("statements")).stream()
        .anyMatch(statement -> touches(statement, new Citation(report, trigger)));
  }

  private static Optional<Shown> reported(ResultDocument result, Citation place, Span trigger) {
    return result.report(place.report()).stream()
        .flatMap(report -> list(report.path("events")).stream())
        .filter(event -> overlaps(event.path("trigger"), trigger))
        .filter(event -> event.path("date").isTextual())
        .map(
            event ->
                new Shown(event.path("date").asText(), Optional.of(event.path("status").asText())))
        .findFirst();
  }

  private static Optional<Shown> timed(ResultDocument result, Citation place) {
    List<String> values =
        result.report(place.report()).stream()
            .flatMap(report -> list(report.path("timexes")).stream())
            .filter(timex -> overlaps(timex, place.span()))
            .map(timex -> timex.path("value").asText())
            .filter(value -> value.matches("\\d{4}(-.*)?"))
            .distinct()
            .toList();
    return values.size() == 1
        ? Optional.of(new Shown(values.getFirst(), Optional.empty()))
        : Optional.empty();
  }

  private static Citation place(JsonNode sentence) {
    return new Citation(
        sentence.path("report").asText(),
        new Span(sentence.path("start").asInt(), sentence.path("end").asInt()));
  }

  private static Span trigger(JsonNode sentence, JsonNode event) {
    String words = event.path("trigger").asText();
    int start = Math.max(0, sentence.path("text").asText().indexOf(words));
    int from = sentence.path("start").asInt() + start;
    return new Span(from, from + Math.max(1, words.length()));
  }

  /** Equal but for the hour, or within the labelled range. */
  static boolean agrees(String shown, String labelled) {
    return Days.of(shown)
        .flatMap(
            given ->
                Days.of(labelled)
                    .map(
                        meant -> labelled.contains("/") ? meant.holds(given) : meant.equals(given)))
        .orElse(false);
  }
}
