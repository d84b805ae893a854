package org.twosource.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What measures and what learns do not know each other; what both need lies below them. */
class BenchOrderTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "twosource", "bench");

  /** The packages that each may not import. */
  private static final Map<String, List<String>> APART =
      Map.of(
          "suite", List.of("train"),
          "train", List.of("suite"),
          "learn", List.of("suite", "train"),
          "score", List.of("suite", "train", "learn"),
          "data", List.of("suite", "train", "learn", "score"));

  private static final Pattern GROUP =
      Pattern.compile(
          "^import (?:static )?org\\.twosource\\.bench\\.suite\\.([a-z]+)\\.", Pattern.MULTILINE);

  @Test
  void suitesAndHeadsDoNotImportEachOther() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<String>> one : APART.entrySet()) {
      for (Path file : sources(one.getKey())) {
        String source = Files.readString(file);
        for (String other : one.getValue()) {
          if (source.contains("import org.twosource.bench." + other + ".")) {
            wrong.add(SOURCES.relativize(file) + " imports " + other);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** What suites share lies in the package itself; a group of suites knows that and no other. */
  @Test
  void groupsOfSuitesDoNotImportEachOther() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources("suite")) {
      Path inside = SOURCES.resolve("suite").relativize(file);
      String own = inside.getNameCount() > 1 ? "" + inside.getName(0) : "";
      GROUP
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .filter(other -> !other.equals(own))
          .forEach(other -> wrong.add(inside + " imports " + other));
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
      List<Path> found = files.filter(one -> one.toString().endsWith(".java")).toList();
      assertThat(found).as(folder).isNotEmpty();
      return found;
    }
  }
}
