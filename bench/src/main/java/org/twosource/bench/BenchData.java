package org.twosource.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the labelled data lies: the folder named by {@code TWOSOURCE_BENCH}, else {@code
 * ../shared/bench} beside the project.
 */
public record BenchData(Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The data, if it is on this machine. */
  public static Optional<BenchData> find() {
    String named = System.getenv("TWOSOURCE_BENCH");
    Path folder =
        named != null
            ? Path.of(named)
            : Path.of(System.getProperty("twosource.home", "."))
                .toAbsolutePath()
                .normalize()
                .resolveSibling("shared")
                .resolve("bench");
    return Files.isDirectory(folder) ? Optional.of(new BenchData(folder)) : Optional.empty();
  }

  /** A file of the data, named from its folder: {@code lineage/pairs.jsonl}. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Every line of a JSON Lines file. */
  public List<JsonNode> jsonLines(String name) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : Files.readAllLines(file(name))) {
      if (!line.isBlank()) {
        objects.add(JSON.readTree(line));
      }
    }
    return objects;
  }

  public JsonNode json(String name) throws IOException {
    return JSON.readTree(file(name).toFile());
  }
}
