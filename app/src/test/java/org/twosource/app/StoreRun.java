package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Commands on a store that must succeed. */
final class StoreRun {
  private StoreRun() {}

  /** What a command prints. */
  static String run(String store, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--store");
    all.add(store);
    Run run = Run.of(all.toArray(String[]::new));
    assertThat(run.status()).as(run.err() + run.out()).isZero();
    return run.out();
  }

  /** What a command answers as JSON. */
  static JsonNode json(String store, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    all.add("-");
    return new ObjectMapper().readTree(run(store, all.toArray(String[]::new)));
  }
}
