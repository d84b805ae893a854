package org.twosource.bench.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one test class needs: the classes of the product that it loads, and its time.
 *
 * @param test its name
 * @param module the module it lies in
 * @param cpuMillis that it takes in a process of its own
 * @param loads names of the classes of {@code core} that are loaded while it runs
 */
record Watch(String test, Module module, long cpuMillis, Set<String> loads) {

  /** Where tests lie. */
  enum Module {
    CORE,
    APP;

    Path folder() {
      return Path.of(name().toLowerCase(java.util.Locale.ROOT)).toAbsolutePath();
    }
  }

  /** The test classes of a module below a package, by their files. */
  static List<String> testsOf(Module module, String within) throws IOException {
    Path root = module.folder().resolve(Mutants.TESTS);
    try (Stream<Path> files = Files.walk(root.resolve(within.replace('.', '/')))) {
      return files
          .map(root::relativize)
          .map(file -> file.toString().replace('/', '.'))
          .filter(name -> name.endsWith("Test.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .toList();
    }
  }

  /** The tests that a change of a class can fail, the quick ones first. */
  static List<Watch> thatLoad(String changed, List<Watch> all) {
    return all.stream()
        .filter(one -> one.loads.contains(changed))
        .sorted(Comparator.comparingLong(Watch::cpuMillis).thenComparing(Watch::test))
        .toList();
  }

  /** Names in the log of {@code -Xlog:class+load}, those of inner classes by their outer one. */
  static Set<String> loaded(List<String> log) {
    return log.stream()
        .map(line -> line.strip().split("\\s+"))
        .map(words -> words.length > 0 ? words[0] : "")
        .filter(name -> name.startsWith(Mutants.ROOT + "."))
        .map(name -> name.indexOf('$') < 0 ? name : name.substring(0, name.indexOf('$')))
        .collect(Collectors.toSet());
  }

  String line() {
    return String.join(
        "\t", test, module.name(), Long.toString(cpuMillis), String.join(" ", loads));
  }

  static Watch of(String line) {
    String[] parts = line.split("\t", -1);
    return new Watch(
        parts[0],
        Module.valueOf(parts[1]),
        Long.parseLong(parts[2]),
        Set.copyOf(new ArrayList<>(List.of(parts[3].split(" ")))));
  }
}
