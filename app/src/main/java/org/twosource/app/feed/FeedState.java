package org.twosource.app.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.twosource.app.fetch.Asking.Validators;

/**
 * What is known of a feed from one poll to the next.
 *
 * @param seen marks of what its last answer held, so that only what is new goes to the store
 * @param failures in a row
 * @param problem why the last poll gave nothing
 * @param due when it is asked again
 */
public record FeedState(
    Validators validators, Set<String> seen, int failures, Optional<String> problem, Instant due) {
  static final FeedState NEW =
      new FeedState(Validators.NONE, Set.of(), 0, Optional.empty(), Instant.EPOCH);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public FeedState {
    seen = Set.copyOf(seen);
  }

  FeedState withDue(Instant other) {
    return new FeedState(validators, seen, failures, problem, other);
  }

  String json() {
    ObjectNode node = MAPPER.createObjectNode();
    validators.tag().ifPresent(tag -> node.put("tag", tag));
    validators.changed().ifPresent(date -> node.put("changed", date));
    seen.stream().sorted().forEach(node.withArray("/seen")::add);
    node.put("failures", failures);
    problem.ifPresent(reason -> node.put("problem", reason));
    node.put("due", due.toString());
    return node.toString();
  }

  /** Reads what {@link #json} wrote; a state that cannot be read is that of a new feed. */
  static FeedState parse(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      Set<String> seen = new LinkedHashSet<>();
      node.path("seen").forEach(mark -> seen.add(mark.asText()));
      return new FeedState(
          new Validators(text(node, "tag"), text(node, "changed")),
          seen,
          node.path("failures").asInt(),
          text(node, "problem"),
          Instant.parse(node.path("due").asText()));
    } catch (JsonProcessingException | DateTimeException broken) {
      return NEW;
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }
}
