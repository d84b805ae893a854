package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twosource.Progress;
import org.twosource.app.desk.Imports;
import org.twosource.app.desk.StoryService;
import org.twosource.app.store.KeptAlert;
import org.twosource.app.store.Store;
import org.twosource.app.store.StorePlace;
import org.twosource.app.watch.WatchKind;
import org.twosource.report.Citation;

/**
 * The alerts of a second source over written stories, whose reports come in order of date. The
 * truth is which pairs of passages two families state each in their own words. Takes minutes:
 * {@code -Dstreams=on}; see scripts/second-source.sh.
 */
class SecondSourceStreamsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> AGREEING = Set.of("same", "part", "a>b", "b>a");

  @TempDir Path folder;

  /** A labelled pair of passages. */
  private record Pair(Citation a, Citation b, boolean isOwn) {}

  @Test
  void secondSourcesOfWrittenStories() throws IOException {
    Assumptions.assumeTrue("on".equals(System.getProperty("streams")), "run by a script");
    Path bench =
        Path.of(
            Optional.ofNullable(System.getenv("TWOSOURCE_BENCH"))
                .orElse(System.getProperty("twosource.home", "..") + "/../shared/bench"));
    Path data = bench.resolve("claims/written/stories.jsonl");
    Assumptions.assumeTrue(Files.isRegularFile(data), "there is no " + data);
    int told = 0;
    int right = 0;
    int wrong = 0;
    int twice = 0;
    int retracted = 0;
    int pairs = 0;
    int found = 0;
    int stories = 0;
    for (String line : Files.readAllLines(data)) {
      JsonNode story = JSON.readTree(line);
      List<Pair> labelled = pairs(story);
      List<KeptAlert> all = alerts(story);
      List<KeptAlert> alerts = all.stream().filter(one -> one.retracted().isEmpty()).toList();
      List<Pair> own = labelled.stream().filter(Pair::isOwn).toList();
      retracted += all.size() - alerts.size();
      told += alerts.size();
      for (KeptAlert alert : alerts) {
        boolean isRight = own.stream().anyMatch(pair -> tells(alert, pair));
        right += isRight ? 1 : 0;
        wrong += !isRight && labelled.stream().anyMatch(pair -> tells(alert, pair)) ? 1 : 0;
      }
      twice += alerts.size() - (int) alerts.stream().map(KeptAlert::evidence).distinct().count();
      pairs += own.size();
      for (Pair pair : own) {
        found += alerts.stream().anyMatch(alert -> reaches(alert, pair, own)) ? 1 : 0;
      }
      stories++;
    }
    String table =
        "metric\tvalue\ttarget\treached\tfloor\n"
            + row("stories", stories, "")
            + row("alerts that hold at the end", told, "")
            + row("taken back before", retracted, "")
            + row("of those that hold, of a pair in own words", right, "")
            + row("of a labelled pair that is none", wrong, "")
            + row("precision, of alerts of labelled pairs", share(right, right + wrong), ".93")
            + row("pairs in own words across families", pairs, "")
            + row("recall, of those pairs", share(found, pairs), ".50")
            + row("told twice", twice, "0");
    System.out.print(table);
    String target = System.getProperty("streams.out", "");
    if (!target.isEmpty()) {
      Files.writeString(Path.of(target), table);
    }
    assertThat(twice).isZero();
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static String row(String name, double value, String target) {
    boolean isCount = value == Math.rint(value);
    String shown = String.format(Locale.ROOT, isCount ? "%.0f" : "%.4f", value);
    double wanted = target.isEmpty() ? 0 : Double.parseDouble(target);
    String reached =
        target.isEmpty() ? "" : (target.equals("0") ? value == 0 : value >= wanted) ? "yes" : "no";
    return name + "\t" + shown + "\t" + target + "\t" + reached + "\t\n";
  }

  private static boolean tells(KeptAlert alert, Pair pair) {
    return touches(alert, pair.a()) && touches(alert, pair.b());
  }

  /** Whether it tells the pair, or another that has a passage with it in common. */
  private static boolean reaches(KeptAlert alert, Pair pair, List<Pair> own) {
    return own.stream()
        .filter(
            other ->
                List.of(other.a(), other.b()).stream()
                    .anyMatch(at -> overlap(at, pair.a()) || overlap(at, pair.b())))
        .anyMatch(other -> tells(alert, other));
  }

  private static boolean touches(KeptAlert alert, Citation at) {
    return alert.evidence().stream().anyMatch(one -> overlap(one, at));
  }

  private static boolean overlap(Citation a, Citation b) {
    return a.report().equals(b.report()) && a.span().overlaps(b.span());
  }

  private static List<Pair> pairs(JsonNode story) {
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode pair : story.get("pairs")) {
      boolean isOwn =
          AGREEING.contains(pair.get("rel").asText())
              && pair.path("informant").asText().equals("own");
      Optional<Citation> a = place(story, pair.get("a"));
      Optional<Citation> b = place(story, pair.get("b"));
      if (a.isPresent() && b.isPresent()) {
        pairs.add(new Pair(a.get(), b.get(), isOwn));
      }
    }
    return pairs;
  }

  private static Optional<Citation> place(JsonNode story, JsonNode quoted) {
    for (JsonNode report : story.get("reports")) {
      if (report.get("id").asText().equals(quoted.get(0).asText())) {
        int at = report.get("text").asText().indexOf(quoted.get(1).asText());
        return at < 0
            ? Optional.empty()
            : Optional.of(
                new Citation(
                    report.get("id").asText(),
                    new org.twosource.report.Span(at, at + quoted.get(1).asText().length())));
      }
    }
    return Optional.empty();
  }

  private List<KeptAlert> alerts(JsonNode story) {
    Path store = folder.resolve(story.get("story").asText());
    List<JsonNode> reports = new ArrayList<>();
    story.get("reports").forEach(reports::add);
    reports.sort(Comparator.comparing(report -> report.get("date").asText()));
    try (StoryService service = StoryService.open(StorePlace.in(store))) {
      service.watch("", WatchKind.SECOND_SOURCE, "*", false);
      for (JsonNode report : reports) {
        ObjectNode one = report.deepCopy();
        one.set("source", report.get("outlet"));
        Imports.accept(service, report.get("id").asText() + ".json", one.toString());
        service.place(Progress.NONE);
      }
      return service.store().read(Store.View::alerts);
    }
  }
}
