package org.twosource.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that one simple name is one type: who reads a name need not ask which one is meant. */
class OneNameTest {
  private static final Path PACKAGE = Path.of("src", "main", "java", "org", "twosource");
  private static final List<Path> MODULES = List.of(Path.of("..", "core"), Path.of("..", "app"));

  /** A type that is declared inside another one, as the formatter writes it: indented. */
  private static final Pattern NESTED =
      Pattern.compile(
          "^ +(?:(?:public|private|protected|static|final|abstract|sealed|non-sealed) )*"
              + "(?:class|record|interface|enum) ([A-Z]\\w*)",
          Pattern.MULTILINE);

  @Test
  void noTwoTypesOfCoreAndAppShareTheirSimpleName() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    for (Path module : MODULES) {
      for (Path file : sources(module.resolve(PACKAGE))) {
        String place = "" + module.relativize(file);
        places.computeIfAbsent("" + file.getFileName(), name -> new ArrayList<>()).add(place);
      }
    }
    assertThat(places).hasSizeGreaterThan(600);
    places.values().removeIf(files -> files.size() == 1);
    assertThat(places).isEmpty();
  }

  /**
   * A type inside another one may bear the name of a type of the other module (a claim as a page
   * shows it is {@code StoryShown.Claim}), but not of its own, where it would hide it.
   */
  @Test
  void noNestedTypeHidesATypeOfItsModule() throws IOException {
    List<String> wrong = new ArrayList<>();
    int nested = 0;
    for (Path module : MODULES) {
      List<Path> files = sources(module.resolve(PACKAGE));
      Set<String> names =
          files.stream().map(OneNameTest::typeName).collect(Collectors.toUnmodifiableSet());
      for (Path file : files) {
        Matcher types = NESTED.matcher(Files.readString(file));
        while (types.find()) {
          nested++;
          if (names.contains(types.group(1))) {
            wrong.add(module.relativize(file) + ": " + types.group(1));
          }
        }
      }
    }
    assertThat(nested).isGreaterThan(400);
    assertThat(wrong).isEmpty();
  }

  private static String typeName(Path file) {
    String name = "" + file.getFileName();
    return name.substring(0, name.length() - ".java".length());
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
