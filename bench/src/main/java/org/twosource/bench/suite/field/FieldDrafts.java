package org.twosource.bench.suite.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The cases of {@code field} that check a draft or compare pairs of sentences. */
final class FieldDrafts {
  private static final double HIGHEST = 0.995;
  private static final Set<String> CHANGED_PAIRS =
      Set.of("p1", "p7", "p8", "p9", "p10", "p12", "p15");
  private static final Set<String> NUMBERS = Set.of("number-changed", "hedge-dropped");

  private FieldDrafts() {}

  static void checkNumberForms(FieldTrial trial) throws IOException {
    for (JsonNode check : trial.checks("summary-right.txt", "report.txt")) {
      trial.expect("supported: " + check.path("text").asText(), supported(check));
    }
    List<Set<String>> wrong =
        List.of(
            Set.of("billion"), Set.of("21"), Set.of("million"), Set.of("forty"), Set.of("fell"));
    JsonNode checks = trial.checks("summary-wrong.txt", "report.txt");
    for (int i = 0; i < wrong.size(); i++) {
      JsonNode check = checks.path(i);
      String words = check.path("text").asText();
      trial.expect("not supported: " + words, !supported(check));
      String reasons = check.path("missing") + " " + check.path("reasons");
      trial.expect(
          "names the wrong word: " + words, wrong.get(i).stream().anyMatch(reasons::contains));
    }
    for (JsonNode check : trial.checks("variations/right.txt", "variations/rep.txt")) {
      trial.expectOfVariation("supported: " + check.path("text").asText(), supported(check));
    }
    for (JsonNode check : trial.checks("variations/wrong.txt", "variations/rep.txt")) {
      trial.expectOfVariation("not supported: " + check.path("text").asText(), !supported(check));
    }
  }

  static void checkIdentity(FieldTrial trial) throws IOException {
    for (JsonNode check : trial.checks("summary.txt", "report.txt")) {
      String words = check.path("text").asText();
      trial.expect("supported: " + words, supported(check));
      trial.expect("highest score: " + words, check.path("score").asDouble() >= HIGHEST);
      trial.expect("nothing missing: " + words, check.path("missing").isEmpty());
    }
  }

  static void headlineNumber(FieldTrial trial) throws IOException {
    for (JsonNode check : trial.checks("heads-right.txt", "report.txt")) {
      trial.expect("supported: " + check.path("text").asText(), supported(check));
    }
    for (JsonNode check : trial.checks("heads-wrong.txt", "report.txt")) {
      trial.expect("not supported: " + check.path("text").asText(), !supported(check));
    }
    for (JsonNode pair : trial.pairs("pairs.jsonl")) {
      String id = pair.path("id").asText();
      boolean changed = CHANGED_PAIRS.contains(id);
      trial.expect(
          id + (changed ? " is a number changed" : " is none"), changed == numberChanged(pair));
    }
    for (String file : List.of("long", "neg", "num")) {
      for (JsonNode pair : trial.pairs("variations/" + file + ".jsonl")) {
        String id = pair.path("id").asText();
        boolean changed = !id.startsWith("h");
        trial.expectOfVariation(
            id + (changed ? " is charged" : " is not"), changed == charged(pair));
      }
    }
  }

  private static boolean supported(JsonNode check) {
    return check.path("supported").asBoolean();
  }

  private static boolean numberChanged(JsonNode pair) {
    Set<String> kinds = pair.path("id").asText().equals("p9") ? NUMBERS : Set.of("number-changed");
    return distortions(pair).stream()
        .anyMatch(found -> kinds.contains(found.path("kind").asText()));
  }

  /** By anything above low. */
  private static boolean charged(JsonNode pair) {
    return distortions(pair).stream()
        .anyMatch(found -> !found.path("severity").asText().equals("low"));
  }

  private static List<JsonNode> distortions(JsonNode pair) {
    return StreamSupport.stream(pair.path("distortions").spliterator(), false).toList();
  }
}
