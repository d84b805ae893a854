package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds how the files of all modules are laid out. */
class LayoutTest {
  private static final int MOST_FILES = 40;
  private static final List<String> MODULES = List.of("core", "app", "bench", "archive");
  private static final Path COMMANDS =
      Path.of("src", "main", "java", "org", "twosource", "app", "command");
  private static final Pattern INNER =
      Pattern.compile(
          "^import (?:static )?org\\.twosource\\.app\\.command\\.([a-z]+)\\.", Pattern.MULTILINE);

  @Test
  void noFolderOfAnyModuleHoldsMoreThanFortyFiles() throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    for (String module : MODULES) {
      for (String kind : List.of("main", "test")) {
        for (Path file : sources(Path.of("..", module, "src", kind, "java"))) {
          counts.merge("" + file.getParent(), 1L, Long::sum);
        }
      }
    }
    assertThat(counts).hasSizeGreaterThan(80);
    counts.values().removeIf(count -> count <= MOST_FILES);
    assertThat(counts).isEmpty();
  }

  /**
   * What verbs share lies in the package itself; a group of verbs knows that and no other group.
   */
  @Test
  void groupsOfVerbsDoNotImportEachOther() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : sources(COMMANDS)) {
      Path inside = COMMANDS.relativize(file);
      String own = inside.getNameCount() > 1 ? "" + inside.getName(0) : "";
      List<String> others =
          INNER.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
      for (String other : others) {
        if (!other.equals(own)) {
          wrong.add(inside + " imports " + other);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
