package org.twosource.app.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twosource.claim.ClaimConstraints;
import org.twosource.claim.StatementPlace;
import org.twosource.report.Report;
import org.twosource.story.StoryConstraints;

/**
 * A file that keeps a reader's decisions from run to run: JSON Lines, one decision a line, {@code
 * {"same-claim": [A, B]}}, {@code different-claims}, {@code together} or {@code apart}. Reports are
 * their ids; a statement is {@code {"report": id, "text": words of it}}, without the report any
 * that has the words, or {@code "id:12-40"}. Empty lines and lines that begin with # mean nothing.
 */
public final class DecisionsFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> STATEMENT_FIELDS = Set.of("report", "text");

  private final Path path;

  public DecisionsFile(Path path) {
    this.path = path;
  }

  /**
   * What a file says.
   *
   * @param wrong one line each: file, line, reason
   */
  public record Read(List<Decision> decisions, List<String> wrong) {}

  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * Reads all lines, also after one that is wrong.
   *
   * @throws IOException when the file cannot be read
   */
  public Read read() throws IOException {
    List<Decision> decisions = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> lines = lines();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String where = path + ":" + number;
      try {
        decisions.add(decision(where, JSON.readTree(line)));
      } catch (JsonProcessingException broken) {
        wrong.add(where + ": not JSON: " + broken.getOriginalMessage());
      } catch (IllegalArgumentException unfit) {
        wrong.add(where + ": " + unfit.getMessage());
      }
    }
    return new Read(decisions, wrong);
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(path);
    } catch (CharacterCodingException binary) {
      throw new IOException(path + " is not text in UTF-8", binary);
    }
  }

  private static Decision decision(String where, JsonNode line) {
    String known =
        java.util.Arrays.stream(Decision.Kind.values())
            .map(Decision.Kind::label)
            .collect(Collectors.joining(", "));
    if (!line.isObject() || line.size() != 1) {
      throw new IllegalArgumentException("a line is one object with one of the keys " + known);
    }
    Map.Entry<String, JsonNode> field = line.properties().iterator().next();
    for (Decision.Kind kind : Decision.Kind.values()) {
      if (kind.label().equals(field.getKey())) {
        JsonNode pair = field.getValue();
        if (!pair.isArray() || pair.size() != 2) {
          throw new IllegalArgumentException("'" + kind.label() + "' takes a list of two");
        }
        return new Decision(
            where,
            kind,
            kind.isOfStatements()
                ? new Decision.Statements(
                    new ClaimConstraints.Pair(statement(pair.get(0)), statement(pair.get(1))))
                : new Decision.Reports(
                    new StoryConstraints.Pair(report(pair.get(0)), report(pair.get(1)))));
      }
    }
    throw new IllegalArgumentException("no such key '" + field.getKey() + "'; known: " + known);
  }

  private static String report(JsonNode id) {
    if (!id.isTextual() || id.asText().isBlank()) {
      throw new IllegalArgumentException("a report is given by its id, a string, not " + id);
    }
    return id.asText();
  }

  private static StatementPlace statement(JsonNode given) {
    if (given.isTextual()) {
      return Decision.statement(given.asText());
    }
    JsonNode report = given.path("report");
    boolean fits =
        given.isObject()
            && given.path("text").isTextual()
            && !given.path("text").asText().isBlank()
            && (report.isMissingNode() || report.isTextual());
    if (!fits) {
      throw new IllegalArgumentException(
          "a statement is {\"report\": id, \"text\": words} or \"REPORT:START-END\", not " + given);
    }
    Set<String> other = new LinkedHashSet<>();
    given.fieldNames().forEachRemaining(other::add);
    other.removeAll(STATEMENT_FIELDS);
    if (!other.isEmpty()) {
      throw new IllegalArgumentException(
          "a statement has \"report\" and \"text\", not '" + other.iterator().next() + "'");
    }
    return new StatementPlace.Quoted(
        report.isTextual() ? Optional.of(report.asText()) : Optional.empty(),
        given.path("text").asText());
  }

  /**
   * Adds what the file does not have yet; the file and its folder are made if need be. Statements
   * are kept by their words where the report has these words once, so that the decision outlives a
   * change of offsets.
   *
   * @param reports those of the run
   * @throws IOException when the file cannot be written
   */
  public void add(List<Decision> decisions, List<Report> reports) throws IOException {
    Set<String> known = exists() ? new LinkedHashSet<>(lines()) : new LinkedHashSet<>();
    List<String> added = new ArrayList<>();
    for (Decision decision : decisions) {
      String line = line(decision, reports);
      if (known.add(line)) {
        added.add(line);
      }
    }
    if (added.isEmpty()) {
      return;
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    boolean openLine = exists() && Files.size(path) > 0 && !Files.readString(path).endsWith("\n");
    Files.writeString(
        path,
        (openLine ? "\n" : "") + String.join("\n", added) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private static String line(Decision decision, List<Report> reports) throws IOException {
    ObjectNode line = JSON.createObjectNode();
    ArrayNode pair = line.putArray(decision.kind().label());
    switch (decision.subject()) {
      case Decision.Reports both -> pair.add(both.pair().a()).add(both.pair().b());
      case Decision.Statements both -> {
        put(pair, both.pair().a(), reports);
        put(pair, both.pair().b(), reports);
      }
    }
    return JSON.writeValueAsString(line);
  }

  private static void put(ArrayNode pair, StatementPlace place, List<Report> reports) {
    StatementPlace kept = byItsWords(place, reports);
    switch (kept) {
      case StatementPlace.At at -> pair.add(at.label());
      case StatementPlace.Quoted quoted -> {
        ObjectNode statement = pair.addObject();
        quoted.report().ifPresent(id -> statement.put("report", id));
        statement.put("text", quoted.words());
      }
    }
  }

  private static StatementPlace byItsWords(StatementPlace place, List<Report> reports) {
    for (Report report : reports) {
      var at = place.in(report);
      if (place instanceof StatementPlace.At && !at.isEmpty()) {
        String words = at.getFirst().in(report.body());
        if (!words.isBlank()) {
          StatementPlace quoted = new StatementPlace.Quoted(Optional.of(report.id()), words);
          return quoted.in(report).size() == 1 ? quoted : place;
        }
      }
    }
    return place;
  }
}
