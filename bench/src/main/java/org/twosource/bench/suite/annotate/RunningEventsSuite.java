package org.twosource.bench.suite.annotate;

import static org.twosource.bench.suite.ResultDocument.list;
import static org.twosource.bench.suite.ResultDocument.overlaps;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.bench.BenchData;
import org.twosource.bench.Figure;
import org.twosource.bench.Suite;
import org.twosource.bench.suite.ResultDocument;
import org.twosource.bench.suite.StoryRuns;
import org.twosource.bench.suite.Tally;
import org.twosource.report.Span;

/**
 * Political events in running news, 320 sentences of real reports, two thirds without any ({@code
 * events/running}). An event that has a code and an actor is given; it is all right when it stands
 * on a labelled trigger and its root, actor and status are the labelled ones. An unreal event
 * (demanded, wished, conditional, negated) is right as possible; one that is going on as held.
 *
 * <p>{@code TWOSOURCE_SHOW=1} prints every event that is not all right, and why.
 */
public final class RunningEventsSuite implements Suite {
  private static final boolean SHOW = System.getenv("TWOSOURCE_SHOW") != null;
  private final StoryRuns runs;

  public RunningEventsSuite(StoryRuns runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "running-events";
  }

  private static final class Counts {
    private final Tally placed = new Tally();
    private final Tally right = new Tally();
    private final Tally found = new Tally();

    private int none;
  }

  @Override
  public List<Figure> run(BenchData data) throws IOException {
    Counts counts = new Counts();
    for (JsonNode sentence : data.jsonLines("events/running/events.jsonl")) {
      ResultDocument result = runs.set(data, sentence.path("file").asText());
      count(result, sentence, counts);
    }
    return figures(counts);
  }

  private static void count(ResultDocument result, JsonNode sentence, Counts counts) {
    List<JsonNode> labelled = list(sentence.path("events"));
    List<JsonNode> given = given(result, sentence);
    counts.none += labelled.isEmpty() ? given.size() : 0;
    for (JsonNode event : given) {
      Optional<JsonNode> label =
          labelled.stream()
              .filter(one -> overlaps(event.path("trigger"), words(sentence, one, "trigger")))
              .findFirst();
      boolean right = label.map(one -> right(result, sentence, event, one)).orElse(false);
      counts.placed.add(label.isPresent());
      counts.right.add(right);
      if (SHOW && !right) {
        System.out.println(
            "GIVEN\t" + event + "\t" + label + "\t" + sentence.path("text").asText());
      }
    }
    for (JsonNode one : labelled) {
      boolean found =
          given.stream()
              .anyMatch(
                  event ->
                      overlaps(event.path("trigger"), words(sentence, one, "trigger"))
                          && right(result, sentence, event, one));
      counts.found.add(found);
      if (SHOW && !found) {
        System.out.println("MISSED\t" + one + "\t" + sentence.path("text").asText());
      }
    }
  }

  private static List<JsonNode> given(ResultDocument result, JsonNode sentence) {
    Span place = new Span(sentence.path("start").asInt(), sentence.path("end").asInt());
    return result.report(sentence.path("report").asText()).stream()
        .flatMap(report -> list(report.path("events")).stream())
        .filter(event -> event.path("plover").isTextual() && !event.path("actors").isEmpty())
        .filter(event -> overlaps(event.path("trigger"), place))
        .toList();
  }

  private static boolean right(
      ResultDocument result, JsonNode sentence, JsonNode event, JsonNode label) {
    return event.path("plover").asText().equals(label.path("root").asText())
        && event.path("status").asText().equals(status(label.path("status").asText()))
        && actor(result, sentence, event, label);
  }

  private static String status(String labelled) {
    return switch (labelled) {
      case "ongoing" -> "held";
      case "unreal" -> "possible";
      default -> labelled;
    };
  }

  /** The labelled words name one of the actors, or stand where the report refers to one. */
  private static boolean actor(
      ResultDocument result, JsonNode sentence, JsonNode event, JsonNode label) {
    Span place = words(sentence, label, "actor");
    Set<String> meant = content(label.path("actor").asText());
    JsonNode report = result.report(sentence.path("report").asText()).orElseThrow();
    for (JsonNode actor : event.path("actors")) {
      String id = actor.asText();
      boolean mentioned =
          refers(report.path("entities"), id, place)
              || refers(report.path("references"), id, place);
      if (mentioned || named(result, id).stream().anyMatch(meant::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean refers(JsonNode mentions, String entity, Span place) {
    return list(mentions).stream()
        .anyMatch(
            mention -> mention.path("entity").asText().equals(entity) && overlaps(mention, place));
  }

  /** The words of an actor's names; the words themselves where it is no known entity. */
  private static Set<String> named(ResultDocument result, String id) {
    return result
        .entity(id)
        .map(
            entity ->
                content(
                    entity.path("name").asText()
                        + " "
                        + list(entity.path("aliases")).stream()
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" "))))
        .orElseGet(() -> content(id));
  }

  private static Set<String> content(String words) {
    return Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(
            word -> word.length() > 2 && !Set.of("the", "and", "his", "her", "mrs").contains(word))
        .collect(Collectors.toSet());
  }

  private static Span words(JsonNode sentence, JsonNode label, String field) {
    String words = label.path(field).asText();
    int at = sentence.path("text").asText().indexOf(words);
    int start = sentence.path("start").asInt() + Math.max(0, at);
    return new Span(start, start + (at < 0 ? 1 : Math.max(1, words.length())));
  }

  private static List<Figure> figures(Counts counts) {
    return List.of(
        Figure.atLeast(
            "given events all right (root, actor, status)",
            counts.right.share(),
            0.55,
            ".15 closed (0.1.0)"),
        Figure.atLeast(
            "labelled events given all right", counts.found.share(), 0.40, ".15 closed (0.1.0)"),
        Figure.atMost(
            "events given in the 186 sentences without any", counts.none, 8, "31 closed (0.1.0)"),
        Figure.shown("events given", counts.right.all()),
        Figure.shown("given events on a labelled trigger", counts.placed.share()));
  }
}
