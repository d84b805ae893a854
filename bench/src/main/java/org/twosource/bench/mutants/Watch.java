package org.twosource.bench.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ISourceFileCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecFileLoader;

/**
 * What one test class runs, and its time.
 *
 * @param test its name
 * @param module the module it lies in
 * @param cpuMillis that it takes in a process of its own
 * @param runs of each source file of {@code core}, by its path from the folder of sources, the
 *     lines that it runs, counted from 0
 */
record Watch(String test, Module module, long cpuMillis, Map<String, BitSet> runs) {
  /** A test of the changed file's own package is tried as if it cost this much less. */
  private static final int NEAR = 8;

  /** Where tests lie. */
  enum Module {
    CORE,
    APP;

    Path folder() {
      return Path.of(name().toLowerCase(Locale.ROOT)).toAbsolutePath();
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

  /** Whether the test runs one of the lines of a file. */
  boolean runs(Path file, BitSet lines) {
    return runs.getOrDefault(file.toString(), new BitSet()).intersects(lines);
  }

  /** The likely and quick ones first: those of the package of the changed file, then the others. */
  static Comparator<Watch> nearAndQuickFirst(Path changed) {
    Path folder = Objects.requireNonNull(changed.getParent(), "a source file lies in a package");
    String home = folder.toString().replace('/', '.') + ".";
    return Comparator.comparingLong(
            (Watch one) -> one.test.startsWith(home) ? one.cpuMillis / NEAR : one.cpuMillis)
        .thenComparing(Watch::test);
  }

  /**
   * The lines that were run, by source file.
   *
   * @param record what the agent of JaCoCo wrote
   * @param classes the folder of compiled classes
   */
  static Map<String, BitSet> runs(Path record, Path classes) throws IOException {
    ExecFileLoader loader = new ExecFileLoader();
    loader.load(record.toFile());
    CoverageBuilder coverage = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(loader.getExecutionDataStore(), coverage);
    for (ExecutionData data : loader.getExecutionDataStore().getContents()) {
      Path file = classes.resolve(data.getName() + ".class");
      if (data.hasHits() && Files.exists(file)) {
        analyzer.analyzeAll(file.toFile());
      }
    }
    Map<String, BitSet> runs = new TreeMap<>();
    for (ISourceFileCoverage source : coverage.getSourceFiles()) {
      BitSet lines = new BitSet();
      for (int line = source.getFirstLine(); line >= 0 && line <= source.getLastLine(); line++) {
        int status = source.getLine(line).getStatus();
        lines.set(line - 1, status == ICounter.PARTLY_COVERED || status == ICounter.FULLY_COVERED);
      }
      if (!lines.isEmpty()) {
        runs.put(source.getPackageName() + "/" + source.getName(), lines);
      }
    }
    return runs;
  }

  String line() {
    return Stream.concat(
            Stream.of(test, module.name(), Long.toString(cpuMillis)),
            runs.entrySet().stream().map(one -> one.getKey() + " " + written(one.getValue())))
        .collect(Collectors.joining("\t"));
  }

  private static String written(BitSet lines) {
    return lines.stream().mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  static Watch of(String line) {
    String[] parts = line.split("\t", -1);
    Map<String, BitSet> runs = new TreeMap<>();
    for (String part : Arrays.asList(parts).subList(3, parts.length)) {
      BitSet lines = new BitSet();
      for (String number : part.substring(part.indexOf(' ') + 1).split(",")) {
        lines.set(Integer.parseInt(number));
      }
      runs.put(part.substring(0, part.indexOf(' ')), lines);
    }
    return new Watch(parts[0], Module.valueOf(parts[1]), Long.parseLong(parts[2]), runs);
  }
}
