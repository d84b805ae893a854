package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that one simple name is one type: who reads a name need not ask which one is meant. */
class OneNameTest {
  private static final Path PACKAGE = Path.of("src", "main", "java", "org", "twosource");
  private static final List<Path> MODULES = List.of(Path.of("..", "core"), Path.of("..", "app"));

  @Test
  void noTwoTypesOfCoreAndAppShareTheirSimpleName() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    for (Path module : MODULES) {
      for (Path file : sources(module.resolve(PACKAGE))) {
        String place = "" + module.relativize(file);
        places.computeIfAbsent("" + file.getFileName(), name -> new ArrayList<>()).add(place);
      }
    }
    assertThat(places).hasSizeGreaterThan(700);
    places.values().removeIf(files -> files.size() == 1);
    assertThat(places).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    }
  }
}
